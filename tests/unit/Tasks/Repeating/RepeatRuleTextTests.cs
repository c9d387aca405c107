using Dashboard.Application.Tasks.Repeating;
using Xunit;

namespace Dashboard.UnitTests.Tasks.Repeating;

/// <summary>What of a rule is understood, what is left alone, and how the drawer says it.</summary>
public sealed class RepeatRuleTextTests
{
    [Theory]
    [InlineData("RRULE:FREQ=DAILY", "Every day")]
    [InlineData("FREQ=DAILY;INTERVAL=3", "Every 3 days")]
    [InlineData("RRULE:FREQ=WEEKLY;BYDAY=WE,MO", "Every week on Mon and Wed")]
    [InlineData("rrule:freq=weekly;interval=2;byday=mo,we,fr;count=10", "Every 2 weeks on Mon, Wed and Fri, 10 times in all")]
    [InlineData("RRULE:FREQ=WEEKLY;WKST=SU;BYDAY=SA,SU", "Every week on Sun and Sat")]
    [InlineData("RRULE:FREQ=MONTHLY", "Every month")]
    [InlineData("RRULE:FREQ=MONTHLY;BYMONTHDAY=15,-1", "Every month on day 15 and the last day")]
    [InlineData("RRULE:FREQ=MONTHLY;BYMONTHDAY=-2;UNTIL=20261231T230000Z", "Every month on the 2nd to last day, until 31 Dec 2026")]
    [InlineData("RRULE:FREQ=MONTHLY;BYDAY=2TU", "Every month on the 2nd Tue")]
    [InlineData("RRULE:FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20261231", "Every month on the last Fri, until 31 Dec 2026")]
    [InlineData("RRULE:FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "Every month on Fri if it is day 13 of the month")]
    [InlineData("RRULE:FREQ=YEARLY;COUNT=1", "Every year, once")]
    [InlineData("RRULE:FREQ=YEARLY;BYDAY=21MO", "Every year on the 21st Mon of the year")]
    [InlineData("RRULE:FREQ=YEARLY;BYMONTHDAY=1", "Every year on day 1 of each month")]
    public void A_rule_is_said_in_words(string rule, string words) => Assert.Equal(words, RepeatWords.Of(RepeatRuleText.Read(rule)!));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("RRULE:")]
    [InlineData("every monday")]
    [InlineData("RRULE:FREQ=HOURLY")]
    [InlineData("RRULE:BYDAY=MO")]
    [InlineData("RRULE:FREQ=MONTHLY;BYSETPOS=-1;BYDAY=MO")]
    [InlineData("RRULE:FREQ=YEARLY;BYMONTH=2")]
    [InlineData("RRULE:FREQ=DAILY;INTERVAL=0")]
    [InlineData("RRULE:FREQ=DAILY;INTERVAL=1001")]
    [InlineData("RRULE:FREQ=DAILY;INTERVAL=2;INTERVAL=3")]
    [InlineData("RRULE:FREQ=DAILY;COUNT=5;UNTIL=20261231")]
    [InlineData("RRULE:FREQ=DAILY;COUNT=99999")]
    [InlineData("RRULE:FREQ=DAILY;UNTIL=tomorrow")]
    [InlineData("RRULE:FREQ=DAILY;X-OWN=1")]
    [InlineData("RRULE:FREQ=WEEKLY;BYDAY=2MO")]
    [InlineData("RRULE:FREQ=WEEKLY;BYDAY=MO,")]
    [InlineData("RRULE:FREQ=WEEKLY;BYDAY=XX")]
    [InlineData("RRULE:FREQ=WEEKLY;BYMONTHDAY=3")]
    [InlineData("RRULE:FREQ=MONTHLY;BYDAY=0MO")]
    [InlineData("RRULE:FREQ=MONTHLY;BYMONTHDAY=0")]
    [InlineData("RRULE:FREQ=MONTHLY;BYMONTHDAY=32")]
    [InlineData("RRULE:FREQ=WEEKLY;WKST=1")]
    [InlineData("{\"series\":true}")]
    public void What_is_not_understood_to_the_last_part_is_not_read(string? rule) => Assert.Null(RepeatRuleText.Read(rule));

    [Theory]
    [InlineData("ENDED", true)]
    [InlineData("paused", true)]
    [InlineData("SERIES_COMPLETED", true)]
    [InlineData("ACTIVE", false)]
    [InlineData("PENDING", false)]
    [InlineData("NOT_STARTED", false)]
    [InlineData("SOMETHING_NEW", false)]
    [InlineData(null, false)]
    public void Only_a_status_that_says_so_ends_a_series(string? status, bool over) => Assert.Equal(over, TaskSeries.IsOverAt(status));
}
