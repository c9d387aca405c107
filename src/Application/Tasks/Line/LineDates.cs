using System.Globalization;
using System.Text.RegularExpressions;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Tasks.Editing;

namespace Dashboard.Application.Tasks.Line;

/// <summary>Days and times of day in plain words, from today on.</summary>
internal sealed partial class LineDates(DateTimeOffset now, OwnTime own)
{
    private static readonly string[] Days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private readonly DateOnly today = LocalTime.Day(now, own.Zone);

    /// <summary>How many of the words from <paramref name="at"/> on say a day; 0 when they do not.</summary>
    public int Day(IReadOnlyList<string> words, int at, out DateOnly day)
    {
        string Word(int index) => at + index < words.Count ? words[at + index].ToLowerInvariant().TrimEnd(',') : "";
        var (first, second, third) = (Word(0), Word(1), Word(2));
        day = today;
        switch (first)
        {
            case "today" or "tod":
                return 1;
            case "tomorrow" or "tmr" or "tmrw":
                day = today.AddDays(1);
                return 1;
            case "next" when second == "week":
                day = Weekday(1, today.AddDays(1));
                return 2;
            case "next" when DayOfWeek(second) is { } named:
                day = Weekday(named, Weekday(1, today.AddDays(1)));
                return 2;
            case "in" when int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count < 1000 && Span(third) is { } span:
                day = today.AddDays(count * span);
                return 3;
        }

        if (DayOfWeek(first) is { } weekday)
        {
            day = Weekday(weekday, today.AddDays(1));
            return 1;
        }

        return Exact(first, second, ref day);
    }

    /// <summary>How many of the words from <paramref name="at"/> on say a time of day.</summary>
    public static int Time(IReadOnlyList<string> words, int at, out TimeOnly time)
    {
        var word = words[at].ToLowerInvariant().TrimEnd(',');
        time = new TimeOnly(12, 0);
        if (word is "noon")
        {
            return 1;
        }

        var match = Clock().Match(word + (at + 1 < words.Count && words[at + 1].ToLowerInvariant() is "am" or "pm" ? words[at + 1].ToLowerInvariant() : ""));
        var length = match.Length > word.Length ? 2 : 1;
        if (!match.Success)
        {
            return 0;
        }

        var hour = int.Parse(match.Groups["h"].Value, CultureInfo.InvariantCulture);
        var minute = match.Groups["m"].Success ? int.Parse(match.Groups["m"].Value, CultureInfo.InvariantCulture) : 0;
        var half = match.Groups["half"].Value;
        if (minute > 59 || (half.Length > 0 ? hour is < 1 or > 12 : hour > 23) || (half.Length == 0 && !match.Groups["m"].Success))
        {
            return 0;
        }

        time = new TimeOnly(half.Length == 0 ? hour : (hour % 12) + (half == "pm" ? 12 : 0), minute);
        return length;
    }

    /// <summary>The instant of a day, a time, or both; a time alone that has passed means tomorrow's.</summary>
    public DateTimeOffset Instant(DateOnly? day, TimeOnly? time)
    {
        var instant = LocalTime.Instant(day ?? today, time ?? own.EndOfWork, own.Zone);
        return instant > now ? instant
            : day is null ? LocalTime.Instant(today.AddDays(1), time ?? own.EndOfWork, own.Zone)
            : day == today && time is null ? LocalTime.Instant(today, new TimeOnly(23, 59), own.Zone)
            : instant;
    }

    private int Exact(string first, string second, ref DateOnly day)
    {
        if (DateOnly.TryParseExact(first, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso))
        {
            day = iso;
            return 1;
        }

        var (number, month) = (Ordinal(first) ?? Ordinal(second), Month(second) ?? Month(first));
        if (number is not { } date || month is not { } named || (Ordinal(first) is null) == (Month(first) is null))
        {
            return 0;
        }

        if (date < 1 || date > DateTime.DaysInMonth(2024, named))
        {
            return 0;
        }

        day = OnOrAfter(today.Year, named, date);
        return 2;
    }

    private DateOnly OnOrAfter(int year, int month, int date)
    {
        while (date > DateTime.DaysInMonth(year, month) || new DateOnly(year, month, date) < today)
        {
            year++;
        }

        return new DateOnly(year, month, date);
    }

    private static DateOnly Weekday(int wanted, DateOnly from)
    {
        while ((int)from.DayOfWeek != wanted)
        {
            from = from.AddDays(1);
        }

        return from;
    }

    private static int? DayOfWeek(string word) => Begins(Days, word);

    private static int? Month(string word) => Begins(Months, word) + 1;

    private static int? Begins(string[] names, string word)
    {
        var index = word.Length < 3 ? -1 : Array.FindIndex(names, n => n == word || n[..3] == word || (word.Length == 4 && n.StartsWith(word, StringComparison.Ordinal)));
        return index < 0 ? null : index;
    }

    private static int? Span(string word) => word switch
    {
        "day" or "days" => 1,
        "week" or "weeks" => 7,
        _ => null,
    };

    private static int? Ordinal(string word)
    {
        var digits = word.EndsWith("st", StringComparison.Ordinal) || word.EndsWith("nd", StringComparison.Ordinal) || word.EndsWith("rd", StringComparison.Ordinal) || word.EndsWith("th", StringComparison.Ordinal)
            ? word[..^2] : word.TrimEnd('.');
        return digits.Length is 1 or 2 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    [GeneratedRegex(@"^(?<h>\d{1,2})(?:[:.](?<m>\d{2}))?(?<half>am|pm)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();
}
