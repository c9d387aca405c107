namespace Dashboard.Web.Ui;

/// <summary>One thing found by a search field.</summary>
/// <param name="Key">Tells it from all others.</param>
/// <param name="Kind">What it is, in a word.</param>
public sealed record ComboOption(string Key, string Text, string? Detail = null, string? Kind = null);

/// <summary>What a search field found.</summary>
/// <param name="Trouble">Why there may be more.</param>
/// <param name="IsComplete">Nothing more will come.</param>
public sealed record ComboFinds(IReadOnlyList<ComboOption> Options, string? Trouble = null, bool IsComplete = true);
