using Dashboard.Application.People.Settings;
using Dashboard.Application.Tasks.Editing;

namespace Dashboard.Application.Tasks.Line;

/// <summary>A line in plain words, taken apart: <c>!priority</c>, <c>@owner</c>, <c>#record</c>, days and times; the rest is the title.</summary>
/// <param name="Values">Property name to HubSpot's text.</param>
/// <param name="Records">Names after <c>#</c>, to be looked up.</param>
public sealed record TaskLine(IReadOnlyDictionary<string, string?> Values, IReadOnlyList<string> Records, IReadOnlyList<LinePart> Parts)
{
    /// <param name="me">Owner id of whoever typed it, for <c>@me</c>.</param>
    public static TaskLine Read(string line, DateTimeOffset now, OwnTime own, PortalChoices choices, long? me) => new LineReader(now, own, choices, me).Read(line);
}

/// <param name="Text">As it was typed.</param>
/// <param name="Meaning">What it was taken for, to be shown.</param>
public sealed record LinePart(LinePartKind Kind, string Text, string Meaning);

public enum LinePartKind
{
    Title = 0,
    Type = 1,
    Due = 2,
    Priority = 3,
    Owner = 4,
    Record = 5,

    /// <summary>Meant for something, but nothing of that name exists.</summary>
    Unclear = 6,
}
