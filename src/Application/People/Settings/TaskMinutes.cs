using System.Globalization;

namespace Dashboard.Application.People.Settings;

/// <summary>How many minutes tasks take one person, by type: HubSpot keeps no duration.</summary>
/// <param name="Social">Types of LinkedIn.</param>
/// <param name="Other">No type, and types of the portal's own.</param>
public sealed record TaskMinutes(int Call, int Email, int Todo, int Meeting, int Social, int Other)
{
    /// <summary>A task that takes longer than a working day is not planned by the minute.</summary>
    public const int Most = 480;

    /// <summary>What sales teams commonly plan with.</summary>
    public static readonly TaskMinutes Usual = new(15, 10, 30, 60, 10, 20);

    /// <summary>In the order of the parameters.</summary>
    public IReadOnlyList<int> All => [Call, Email, Todo, Meeting, Social, Other];

    public bool IsSound => All.All(minutes => minutes is > 0 and <= Most);

    /// <summary>As it is kept: <c>15,10,30,60,10,20</c>.</summary>
    public string Text => string.Join(',', All.Select(minutes => minutes.ToString(CultureInfo.InvariantCulture)));

    /// <param name="type"><c>hs_task_type</c>.</param>
    public int Of(string? type) => type switch
    {
        "CALL" => Call,
        "EMAIL" => Email,
        "TODO" => Todo,
        "MEETING" => Meeting,
        { } social when social.StartsWith("LINKED_IN", StringComparison.Ordinal) => Social,
        _ => Other,
    };

    /// <returns>Null unless there are as many as <see cref="All"/> has.</returns>
    public static TaskMinutes? From(IReadOnlyList<int> all) => all is [var call, var email, var todo, var meeting, var social, var other] ? new(call, email, todo, meeting, social, other) : null;

    /// <summary>What was kept, or the usual where nothing was.</summary>
    public static TaskMinutes Read(string? text) =>
        From([.. (text ?? "").Split(',').Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? minutes : 0)]) is { IsSound: true } kept ? kept : Usual;
}
