using System.Globalization;
using Dashboard.Application.Board;
using Dashboard.Application.Tasks;

namespace Dashboard.Web.Features.Tasks.Creating;

/// <summary>
/// What <c>?new=…</c> says a new task begins with: nothing (<c>1</c>), the place of a column (<c>status:WAITING</c>, <c>owner:42</c>, <c>due:Tomorrow</c>),
/// a day or an hour (<c>day:2026-11-24</c>, <c>slot:2026-11-24T09:30</c>), two of these (<c>owner:42|day:2026-11-24</c>), a record (<c>record:0-1:123</c>) or the task it follows (<c>after:77</c>). Addresses come from anywhere: what makes no sense is left out.
/// </summary>
public sealed record FormStart(IReadOnlyDictionary<string, string?> Values, (string ObjectType, long Id)? Record = null, long? After = null)
{
    private static readonly Dictionary<string, string?> Nothing = [];

    /// <param name="today">In the person's zone.</param>
    public static FormStart Read(string start, DateOnly today)
    {
        if (start.Split('|') is { Length: 2 } parts)
        {
            var (first, second) = (Read(parts[0], today), Read(parts[1], today));
            return new FormStart(first.Values.Concat(second.Values).DistinctBy(set => set.Key).ToDictionary());
        }

        var (kind, value) = start.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 ? (start[..colon], start[(colon + 1)..]) : (start, "");
        return kind switch
        {
            "status" when value.Length > 0 => With(TaskProperty.Status, value),
            "priority" when value.Length > 0 => With(TaskProperty.Priority, value),
            "type" when value.Length > 0 => With(TaskProperty.Type, value),
            "owner" => With(TaskProperty.Owner, value),
            "due" when Enum.TryParse<DueBucket>(value, ignoreCase: true, out var bucket) && DayOf(bucket, today) is { } day => With(TaskProperty.Due, Text(day)),
            "slot" when DateTime.TryParseExact(value, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => With(TaskProperty.Due, value),
            "allday" when DateOnly.TryParseExact(value, "yyyy-MM-dd", out _) => With(TaskProperty.Due, value + "T23:59"),
            "day" when DateOnly.TryParseExact(value, "yyyy-MM-dd", out var day) => With(TaskProperty.Due, Text(day)),
            "record" when value.Split(':') is [{ Length: > 0 } type, var id] && IdOf(id) is { } record => new FormStart(Nothing, (type, record)),
            "after" when IdOf(value) is { } task => new FormStart(Nothing, After: task),
            _ => new FormStart(Nothing),
        };
    }

    private static FormStart With(string property, string value) => new(new Dictionary<string, string?> { [property] = value });

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static long? IdOf(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id) && id != 0 ? id : null;

    private static DateOnly? DayOf(DueBucket bucket, DateOnly today) => bucket switch
    {
        DueBucket.Today => today,
        DueBucket.Tomorrow => today.AddDays(1),
        DueBucket.NextWeek => today.AddDays(7 - (((int)today.DayOfWeek + 6) % 7)),
        _ => null,
    };
}
