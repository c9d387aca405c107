using Dashboard.Application.People.Settings;
using Dashboard.Application.Tasks.Planning;
using Dashboard.Application.Workspaces.Holidays;
using Dashboard.UnitTests.Workspaces;
using Xunit;

namespace Dashboard.UnitTests.Tasks.Planning;

public sealed class ShowWorkingDaysTests
{
    private static readonly DateOnly Monday = new(2026, 12, 21);

    [Fact]
    public async Task They_hold_the_workspaces_holidays_and_the_members_own_days_and_no_others()
    {
        await using var town = await Town.NewAsync();
        var (olga, owner, workspace) = await town.FoundedAsync();
        var (mia, _) = await town.JoinedAsync(owner, workspace, Application.Workspaces.Role.Member, "Mia");
        var (_, stranger, _) = await town.FoundedAsync("Other", "Stranger");
        await new AddHoliday(town.Database.Databases, town.Clock).RunAsync(owner, Monday, "Founding day", default);
        await new AddHoliday(town.Database.Databases, town.Clock).RunAsync(stranger, Monday.AddDays(1), "Theirs", default);
        await new AddDayOff(town.Database.Databases).RunAsync(olga.Id, Monday.AddDays(2), "Skiing", default);
        await new AddDayOff(town.Database.Databases).RunAsync(mia.Id, Monday.AddDays(3), "Mia's", default);

        var days = await new ShowWorkingDays(town.Database.Databases).RunAsync(owner, Habits.Usual, default);

        Assert.Equal(
            ["Founding day is a holiday", null, "Skiing is on your own list of free days", null, null],
            Enumerable.Range(0, 5).Select(n => days.WhyFree(Monday.AddDays(n))));
    }
}
