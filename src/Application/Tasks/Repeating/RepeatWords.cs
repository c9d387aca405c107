using System.Globalization;

namespace Dashboard.Application.Tasks.Repeating;

/// <summary>A rule as a person would say it: "Every 2 weeks on Mon and Wed, 10 times in all".</summary>
public static class RepeatWords
{
    private static readonly CultureInfo Words = CultureInfo.InvariantCulture;

    public static string Of(RepeatRule rule) => $"{Often(rule)}{On(rule)}{Ends(rule)}";

    private static string Often(RepeatRule rule)
    {
        var unit = rule.Every.ToString().ToLowerInvariant();
        return rule.Interval == 1 ? $"Every {unit}" : $"Every {rule.Interval.ToString(Words)} {unit}s";
    }

    private static string On(RepeatRule rule)
    {
        var weekdays = List(InOrder(rule).Select(day => Weekday(day, rule)));
        var monthDays = List(rule.MonthDays.Select(MonthDay));
        return (weekdays.Length, monthDays.Length) switch
        {
            (0, 0) => "",
            (_, 0) => $" on {weekdays}",
            (0, _) => $" on {monthDays}{(rule.Every == RepeatEvery.Year ? " of each month" : "")}",
            _ => $" on {weekdays} if it is {monthDays} of the month",
        };
    }

    /// <summary>As a week goes, not as somebody clicked.</summary>
    private static IEnumerable<RepeatDay> InOrder(RepeatRule rule) => rule.Days.OrderBy(day => ((int)day.Day - (int)rule.WeekStart + 7) % 7).ThenBy(day => day.Ordinal);

    private static string Weekday(RepeatDay day, RepeatRule rule)
    {
        var name = day.Day.ToString()[..3];
        return day.Ordinal == 0 ? name : $"the {Nth(day.Ordinal)} {name}{(rule.Every == RepeatEvery.Year ? " of the year" : "")}";
    }

    private static string MonthDay(int day) => day > 0 ? $"day {day.ToString(Words)}" : $"the {Nth(day)} day";

    private static string Nth(int number) => number switch
    {
        -1 => "last",
        < 0 => $"{Nth(-number)} to last",
        _ => $"{number.ToString(Words)}{(number % 10, number % 100) switch { (_, 11 or 12 or 13) => "th", (1, _) => "st", (2, _) => "nd", (3, _) => "rd", _ => "th" }}",
    };

    private static string List(IEnumerable<string> parts) => parts.ToList() switch
    {
        [] => "",
        [var only] => only,
        [.. var first, var last] => $"{string.Join(", ", first)} and {last}",
    };

    private static string Ends(RepeatRule rule) => rule switch
    {
        { Count: 1 } => ", once",
        { Count: { } count } => $", {count.ToString(Words)} times in all",
        { Until: { } until } => $", until {until.Day.ToString("d MMM yyyy", Words)}",
        _ => "",
    };
}
