namespace Dashboard.Application.Tasks.Line;

/// <summary>Takes a line apart, word by word.</summary>
internal sealed class LineReader(DateTimeOffset now, TimeZoneInfo zone, PortalChoices choices)
{
    private readonly Dictionary<string, string?> values = [];
    private readonly List<string> records = [];
    private readonly List<LinePart> parts = [];

    public TaskLine Read(string line)
    {
        _ = (now, zone, choices);
        values[TaskProperty.Subject] = line.Trim();
        parts.Add(new LinePart(LinePartKind.Title, line, line.Trim()));
        return new TaskLine(values, records, parts);
    }
}
