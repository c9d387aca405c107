using System.Globalization;

namespace Dashboard.Application.Tasks.Repeating;

/// <summary>
/// Reads the text of a rule. Whatever is not understood to the last part is not read at all: a rule that is half followed shows days that never come.
/// </summary>
public static class RepeatRuleText
{
    private const int MostInterval = 1_000;
    private const int MostTimes = 10_000;
    private const int MostParts = 12;

    private static readonly string[] DayNames = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    /// <returns>Null for a rule that is not one, or says more than is understood here.</returns>
    public static RepeatRule? Read(string? text)
    {
        var line = (text ?? "").Trim();
        line = line.StartsWith("RRULE:", StringComparison.OrdinalIgnoreCase) ? line[6..] : line;
        var parts = line.ToUpperInvariant().Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var named = parts.Select(part => part.Split('=', 2)).ToList();
        if (parts.Length is 0 or > MostParts || named.Exists(pair => pair.Length < 2) || named.DistinctBy(pair => pair[0]).Count() < named.Count)
        {
            return null;
        }

        var values = named.ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        if (EveryOf(values.GetValueOrDefault("FREQ")) is not { } every)
        {
            return null;
        }

        RepeatRule? rule = new(every, 1);
        foreach (var (name, value) in values.Where(pair => pair.Key != "FREQ"))
        {
            rule = rule is null ? null : With(rule, name, value);
        }

        return rule is not null && IsSound(rule) ? rule : null;
    }

    private static RepeatEvery? EveryOf(string? word) => word switch
    {
        "DAILY" => RepeatEvery.Day,
        "WEEKLY" => RepeatEvery.Week,
        "MONTHLY" => RepeatEvery.Month,
        "YEARLY" => RepeatEvery.Year,
        _ => null,
    };

    private static RepeatRule? With(RepeatRule rule, string name, string value) => name switch
    {
        "INTERVAL" => Number(value, 1, MostInterval) is { } interval ? rule with { Interval = interval } : null,
        "COUNT" => Number(value, 1, MostTimes) is { } count ? rule with { Count = count } : null,
        "UNTIL" => End(value) is { } until ? rule with { Until = until } : null,
        "WKST" => DayOf(value) is { } start ? rule with { WeekStart = start } : null,
        "BYDAY" => All(value, Weekday) is { } days ? rule with { Days = days } : null,
        "BYMONTHDAY" => All(value, MonthDay) is { } days ? rule with { MonthDays = days } : null,
        _ => null,
    };

    /// <summary>What the standard forbids means nothing: an end told twice, "the second Monday" of a week, a day of the month for weeks.</summary>
    private static bool IsSound(RepeatRule rule) =>
        (rule.Count is null || rule.Until is null)
        && (rule.Every is RepeatEvery.Month or RepeatEvery.Year || rule.Days.All(day => day.Ordinal == 0))
        && (rule.Every != RepeatEvery.Week || rule.MonthDays.Count == 0);

    private static List<T>? All<T>(string value, Func<string, T?> read)
        where T : struct
    {
        var taken = value.Split(',').Select(read).ToList();
        return taken.TrueForAll(one => one is not null) ? [.. taken.Select(one => one!.Value).Distinct()] : null;
    }

    private static RepeatDay? Weekday(string text) => text.Length >= 2 && DayOf(text[^2..]) is { } day
        ? text.Length == 2 ? new RepeatDay(0, day) : Signed(text[..^2], 53) is { } ordinal ? new RepeatDay(ordinal, day) : null
        : null;

    private static int? MonthDay(string text) => Signed(text, 31);

    private static DayOfWeek? DayOf(string name) => Array.IndexOf(DayNames, name) is >= 0 and var day ? (DayOfWeek)day : null;

    private static int? Number(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;

    private static int? Signed(string text, int most) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number != 0 && Math.Abs((long)number) <= most ? number : null;

    private static RepeatEnd? End(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return new RepeatEnd(day, null, false);
        }

        var isUtc = text.EndsWith('Z');
        return DateTime.TryParseExact(isUtc ? text[..^1] : text, "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? new RepeatEnd(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at), isUtc)
            : null;
    }
}
