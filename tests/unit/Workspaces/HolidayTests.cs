using Dashboard.Application.Kernel;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Workspaces;
using Dashboard.Application.Workspaces.Holidays;
using Dashboard.UnitTests.Persistence;
using Xunit;

namespace Dashboard.UnitTests.Workspaces;

public sealed class HolidayTests
{
    private static readonly DateOnly Christmas = new(2026, 12, 25);

    [Theory, EveryEngine]
    public async Task They_are_kept_in_the_order_of_the_year_and_audited(Engine engine)
    {
        await using var town = await Town.NewAsync(engine);
        var (_, owner, workspace) = await town.FoundedAsync();

        Assert.True((await Add(town).RunAsync(owner, Christmas, " Christmas Day ", default)).Ok);
        Assert.True((await Add(town).RunAsync(owner, new(2026, 12, 6), "Founding day", default)).Ok);

        Assert.Equal([new(new(2026, 12, 6), "Founding day", false), new FreeDay(Christmas, "Christmas Day", false)], await List(town).RunAsync(owner, default));
        Assert.True((await Remove(town).RunAsync(owner, Christmas, default)).Ok);
        Assert.Single(await List(town).RunAsync(owner, default));
        Assert.Equal(["holiday.added", "holiday.added", "holiday.removed"], (await town.AuditAsync(workspace.Id))[^3..]);
    }

    [Theory]
    [InlineData(Role.Viewer, false)]
    [InlineData(Role.Manager, false)]
    [InlineData(Role.Admin, true)]
    public async Task Below_admin_they_are_read_and_not_changed(Role role, bool may)
    {
        await using var town = await Town.NewAsync();
        var (_, owner, workspace) = await town.FoundedAsync();
        var (_, member) = await town.JoinedAsync(owner, workspace, role, "M");
        await Add(town).RunAsync(owner, Christmas, "Christmas Day", default);

        Assert.Equal(may, (await Add(town).RunAsync(member, new(2027, 1, 1), "New Year", default)).Failure is not Failure.Forbidden);
        Assert.Equal(may, (await Remove(town).RunAsync(member, Christmas, default)).Failure is not Failure.Forbidden);

        Assert.Equal([may ? "New Year" : "Christmas Day"], (await List(town).RunAsync(member, default)).Select(day => day.Name));
    }

    [Fact]
    public async Task Those_of_another_workspace_are_absent()
    {
        await using var town = await Town.NewAsync();
        var (_, ours, _) = await town.FoundedAsync();
        var (_, theirs, _) = await town.FoundedAsync("Other", "Stranger");
        await Add(town).RunAsync(theirs, Christmas, "Theirs", default);

        Assert.Empty(await List(town).RunAsync(ours, default));
        Assert.IsType<Failure.NotFound>((await Remove(town).RunAsync(ours, Christmas, default)).Failure);
        Assert.True((await Add(town).RunAsync(ours, Christmas, "Ours", default)).Ok);
        Assert.Equal(["Theirs"], (await List(town).RunAsync(theirs, default)).Select(day => day.Name));
    }

    [Fact]
    public async Task A_day_is_on_the_list_once_and_needs_a_name()
    {
        await using var town = await Town.NewAsync();
        var (_, owner, _) = await town.FoundedAsync();
        await Add(town).RunAsync(owner, Christmas, "Christmas Day", default);

        Assert.Equal("This day is on the list already: Christmas Day.", (await Add(town).RunAsync(owner, Christmas, "Again", default)).Failure!.Sentence);
        Assert.Equal(["name"], Fields(await Add(town).RunAsync(owner, new(2027, 1, 1), "  ", default)));
        Assert.Equal(["name"], Fields(await Add(town).RunAsync(owner, new(2027, 1, 1), new string('x', 101), default)));
        Assert.Equal(["date"], Fields(await Add(town).RunAsync(owner, new(1812, 1, 1), "War", default)));
    }

    [Theory, EveryEngine]
    public async Task Two_admins_who_add_the_same_day_at_once_leave_one(Engine engine)
    {
        await using var town = await Town.NewAsync(engine);
        var (_, owner, _) = await town.FoundedAsync();

        var tries = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() => Add(town).RunAsync(owner, Christmas, $"Name {n}", default))));

        Assert.Single(tries, added => added.Ok);
        Assert.All(tries.Where(added => !added.Ok), refused => Assert.IsType<Failure.Unfit>(refused.Failure));
        Assert.Single(await List(town).RunAsync(owner, default));
    }

    private static AddHoliday Add(Town town) => new(town.Database.Databases, town.Clock);

    private static RemoveHoliday Remove(Town town) => new(town.Database.Databases, town.Clock);

    private static ListHolidays List(Town town) => new(town.Database.Databases);

    private static IEnumerable<string> Fields(Result<Done> refused) => Assert.IsType<Failure.Unfit>(refused.Failure).Fields.Keys;
}
