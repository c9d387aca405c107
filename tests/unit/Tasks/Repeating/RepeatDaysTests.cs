using Dashboard.Application.Tasks.Repeating;
using Xunit;

namespace Dashboard.UnitTests.Tasks.Repeating;

public sealed class RepeatDaysTests
{
    [Theory]
    [InlineData("FREQ=DAILY;INTERVAL=3", "2026-02-26", "02-26 03-01 03-04")]
    [InlineData("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", "2026-11-27", "11-27 11-30 12-01")]
    [InlineData("FREQ=WEEKLY", "2026-11-25", "11-25 12-02 12-09")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO", "2026-11-23", "11-23 11-29 12-07")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU", "2026-11-23", "11-23 12-06 12-07")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO", "2026-11-25", "11-30 12-07 12-14")]
    [InlineData("FREQ=MONTHLY", "2026-08-31", "08-31 10-31 12-31")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=-1", "2027-12-31", "12-31 01-31 02-29")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=31,30", "2026-01-30", "01-30 01-31 03-30")]
    [InlineData("FREQ=MONTHLY;BYDAY=-1FR", "2026-11-01", "11-27 12-25 01-29")]
    [InlineData("FREQ=MONTHLY;BYDAY=1MO,3MO", "2026-11-02", "11-02 11-16 12-07")]
    [InlineData("FREQ=MONTHLY;BYDAY=5SA", "2026-11-01", "01-30 05-29 07-31")]
    [InlineData("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "2026-01-01", "02-13 03-13 11-13")]
    [InlineData("FREQ=YEARLY", "2024-02-29", "2024-02-29 2028-02-29 2032-02-29")]
    [InlineData("FREQ=YEARLY;INTERVAL=3", "2024-02-29", "2024-02-29 2036-02-29 2048-02-29")]
    [InlineData("FREQ=YEARLY;BYDAY=-1MO", "2026-01-01", "2026-12-28 2027-12-27 2028-12-25")]
    [InlineData("FREQ=DAILY;COUNT=2", "2026-12-31", "12-31 01-01")]
    public void Days_come_round_as_the_standard_says(string rule, string start, string days)
    {
        var from = Day(start);
        var found = RepeatDays.Of(RepeatRuleText.Read(rule)!, from, from, from.AddYears(30)).Take(3).ToList();
        Assert.Equal(days, string.Join(' ', found.Select(day => day.ToString(days.Contains("20", StringComparison.Ordinal) && days.Length > 20 ? "yyyy-MM-dd" : "MM-dd"))));
    }

    [Theory]
    [InlineData("FREQ=DAILY", "Europe/Berlin", "2026-03-28T01:30Z", "28 02:30, 29 03:00, 30 02:30")]
    [InlineData("FREQ=DAILY", "Europe/Berlin", "2026-10-24T00:30Z", "24 02:30, 25 02:30, 26 02:30")]
    [InlineData("FREQ=DAILY", "Europe/Berlin", "2026-03-28T08:00Z", "28 09:00, 29 09:00, 30 09:00")]
    [InlineData("FREQ=WEEKLY", "Australia/Lord_Howe", "2026-04-03T22:00Z", "04 09:00, 11 09:00, 18 09:00")]
    [InlineData("FREQ=DAILY", "Pacific/Apia", "2026-03-01T11:30Z", "02 00:30, 03 00:30, 04 00:30")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=-1", "Asia/Kathmandu", "2028-01-31T03:15Z", "31 09:00, 29 09:00, 31 09:00")]
    public void The_clock_of_the_zone_goes_on_over_its_changes(string rule, string zone, string start, string times)
    {
        var (at, here) = (DateTimeOffset.Parse(start, null), TimeZoneInfo.FindSystemTimeZoneById(zone));
        var found = RepeatDays.Between(RepeatRuleText.Read(rule)!, at, here, at.AddTicks(-1), at.AddDays(90)).Take(3);
        Assert.Equal(times, string.Join(", ", found.Select(one => TimeZoneInfo.ConvertTime(one, here).ToString("dd HH:mm"))));
    }

    [Fact]
    public void The_hour_that_comes_twice_is_the_first_of_the_two()
    {
        var found = RepeatDays.Between(RepeatRuleText.Read("FREQ=DAILY")!, At("2026-10-24T00:30Z"), Berlin, At("2026-10-25T00:00Z"), At("2026-10-26T00:00Z"));
        Assert.Equal(At("2026-10-25T00:30Z"), Assert.Single(found));
    }

    [Theory]
    [InlineData("UNTIL=20261127", 3)]
    [InlineData("UNTIL=20261127T080000Z", 3)]
    [InlineData("UNTIL=20261127T075959Z", 2)]
    [InlineData("UNTIL=20261127T090000", 3)]
    [InlineData("UNTIL=20261127T085959", 2)]
    [InlineData("COUNT=2", 2)]
    public void The_end_is_reached_and_not_passed(string end, int times) =>
        Assert.Equal(times, RepeatDays.Between(RepeatRuleText.Read($"FREQ=DAILY;{end}")!, At("2026-11-25T08:00Z"), Berlin, At("2026-11-01T00:00Z"), At("2027-11-01T00:00Z")).Count());

    [Fact]
    public void Times_are_counted_from_the_first_also_when_only_later_ones_are_asked_for() =>
        Assert.Equal([At("2026-12-04T08:00Z")], RepeatDays.Between(RepeatRuleText.Read("FREQ=DAILY;COUNT=10")!, At("2026-11-25T08:00Z"), Berlin, At("2026-12-03T12:00Z"), At("2027-11-01T00:00Z")));

    [Fact]
    public void A_rule_without_an_end_ends_with_the_calendar() =>
        Assert.InRange(RepeatDays.Of(RepeatRuleText.Read("FREQ=WEEKLY;INTERVAL=999")!, Day("9990-01-01"), Day("9990-01-01"), DateOnly.MaxValue).Count(), 1, 2);

    /// <summary>Thousands of days of rules that nobody chose, as Debian's <c>python3-dateutil</c> counts them.</summary>
    [Fact]
    public async Task Another_program_counts_the_same_days()
    {
        Assert.SkipWhen(await PythonRules.InterpreterAsync() is null, PythonRules.Absent);
        var random = new Random(20261122);
        var asked = Enumerable.Range(0, 600).Select(_ => (Rule: AnyRule(random), Start: new DateOnly(2019, 1, 1).AddDays(random.Next(3000)))).ToList();

        var theirs = await PythonRules.DaysAsync(asked, years: 9);

        var differing = asked.Zip(theirs).Where(pair => string.Join(' ', Ours(pair.First.Rule, pair.First.Start)) != pair.Second).Select(pair => $"{pair.First.Rule} from {pair.First.Start:yyyy-MM-dd}");
        Assert.Empty(differing);
        Assert.True(theirs.Sum(days => days.Length) > 100_000, "rules that never come round prove nothing");
    }

    /// <summary>Without regard to where the reading begins: what a view skips must not change what it shows.</summary>
    [Fact]
    public void A_later_window_shows_the_rest_of_the_same_days()
    {
        var random = new Random(7);
        for (var i = 0; i < 400; i++)
        {
            var (text, start) = (AnyRule(random), new DateOnly(2019, 1, 1).AddDays(random.Next(3000)));
            var (rule, from, to) = (RepeatRuleText.Read(text)!, start.AddDays(random.Next(1500)), start.AddYears(6));
            Assert.True(RepeatDays.Of(rule, start, start, to).Where(day => day >= from).SequenceEqual(RepeatDays.Of(rule, start, from, to)), $"{text} from {start:yyyy-MM-dd}");
        }
    }

    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    private static string Ours(string rule, DateOnly start) => string.Join(' ', RepeatDays.Of(RepeatRuleText.Read(rule)!, start, start, start.AddYears(9)).Select(day => day.ToString("yyyyMMdd")));

    private static string AnyRule(Random random)
    {
        string[] names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
        var every = random.GetItems(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"], 1)[0];
        var parts = new List<string> { $"FREQ={every}", $"INTERVAL={random.Next(1, 5)}" };
        if (random.Next(3) > 0)
        {
            var ordinal = every is "MONTHLY" or "YEARLY" && random.Next(2) == 0;
            parts.Add($"BYDAY={string.Join(',', random.GetItems(names, random.Next(1, 4)).Distinct().Select(name => ordinal ? $"{random.GetItems([1, 2, 3, 4, 5, -1, -2, -5], 1)[0]}{name}" : name))}");
        }

        if (every != "WEEKLY" && random.Next(3) == 0)
        {
            parts.Add($"BYMONTHDAY={string.Join(',', random.GetItems([1, 13, 15, 28, 29, 30, 31, -1, -2, -29, -31], random.Next(1, 4)).Distinct())}");
        }

        return string.Join(';', [.. parts, .. random.Next(4) == 0 ? [$"COUNT={random.Next(1, 40)}"] : Array.Empty<string>(), .. random.Next(2) == 0 ? [$"WKST={random.GetItems(names, 1)[0]}"] : Array.Empty<string>()]);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, null);
}
