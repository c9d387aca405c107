using Dashboard.Application.Tasks;
using Dashboard.Web.Features.Tasks.Creating;
using Xunit;

namespace Dashboard.UnitTests.Tasks.Pages;

/// <summary>What an address says a new task begins with.</summary>
public sealed class FormStartTests
{
    private static readonly DateOnly Sunday = new(2026, 11, 22);

    [Theory]
    [InlineData("status:WAITING", TaskProperty.Status, "WAITING")]
    [InlineData("owner:", TaskProperty.Owner, "")]
    [InlineData("owner:42", TaskProperty.Owner, "42")]
    [InlineData("due:Tomorrow", TaskProperty.Due, "2026-11-23")]
    [InlineData("due:NextWeek", TaskProperty.Due, "2026-11-23")]
    [InlineData("day:2026-12-24", TaskProperty.Due, "2026-12-24")]
    public void A_place_is_a_value(string start, string property, string value) => Assert.Equal(value, FormStart.Read(start, Sunday).Values[property]);

    [Theory]
    [InlineData("1")]
    [InlineData("due:Later")]
    [InlineData("due:Overdue")]
    [InlineData("day:tomorrow")]
    [InlineData("record:0-1")]
    [InlineData("record::7")]
    [InlineData("after:soon")]
    [InlineData("hubspot_owner_id:1")]
    [InlineData("::::")]
    public void Nonsense_is_nothing(string start) => Assert.Equivalent(new FormStart(new Dictionary<string, string?>()), FormStart.Read(start, Sunday));

    [Fact]
    public void A_record_and_a_task_before_are_told_by_their_ids()
    {
        Assert.Equal(("0-1", 123L), FormStart.Read("record:0-1:123", Sunday).Record);
        Assert.Equal(-5, FormStart.Read("after:-5", Sunday).After);
    }
}
