namespace Dashboard.Web.Ui;

/// <summary>One thing found by a search field.</summary>
/// <param name="Key">Tells it from all others.</param>
/// <param name="Kind">What it is, in a word.</param>
public sealed record ComboOption(string Key, string Text, string? Detail = null, string? Kind = null);
