namespace Dashboard.Web.Features.Tasks.History;

/// <param name="After">Null when the words say it all.</param>
internal sealed record HistoryLine(string What, string? Before = null, string? After = null);
