namespace Dashboard.Web.Words;

/// <summary>One thing a change did.</summary>
/// <param name="After">Null when the words say it all.</param>
internal sealed record ChangePart(string What, string? Before = null, string? After = null);
