using Dashboard.Application.Kernel;
using Dashboard.Application.People.Settings;
using Dashboard.UnitTests.Persistence;
using Xunit;

namespace Dashboard.UnitTests.Workspaces.Settings;

public sealed class DaysOffTests
{
    private static readonly DateOnly Friday = new(2026, 12, 18);

    [Theory, EveryEngine]
    public async Task Each_person_has_a_list_of_their_own(Engine engine)
    {
        await using var database = await TestDatabase.OnAsync(engine);
        var (me, other) = (Guid.NewGuid(), Guid.NewGuid());
        var (add, remove, list) = (new AddDayOff(database.Databases), new RemoveDayOff(database.Databases), new ListDaysOff(database.Databases));

        Assert.True((await add.RunAsync(me, Friday, " Skiing ", default)).Ok);
        Assert.True((await add.RunAsync(me, Friday.AddDays(-1), "Packing", default)).Ok);
        Assert.True((await add.RunAsync(other, Friday, "Moving", default)).Ok);

        Assert.Equal([new(Friday.AddDays(-1), "Packing", true), new FreeDay(Friday, "Skiing", true)], await list.RunAsync(me, default));
        await remove.RunAsync(me, Friday, default);
        await remove.RunAsync(me, Friday, default);
        Assert.Single(await list.RunAsync(me, default));
        Assert.Equal(["Moving"], (await list.RunAsync(other, default)).Select(day => day.Name));
    }

    [Fact]
    public async Task A_day_is_on_the_list_once_and_the_list_has_an_end()
    {
        await using var database = await TestDatabase.NewAsync();
        var (me, add) = (Guid.NewGuid(), new AddDayOff(database.Databases));
        await using (var db = database.Databases.OpenDirectory())
        {
            db.DaysOff.AddRange(Enumerable.Range(0, FreeDay.Most).Select(n => new DayOff { PersonId = me, Date = Friday.AddDays(n), Name = $"Day {n}" }));
            await db.SaveChangesAsync();
        }

        Assert.Equal("This day is on the list already: Day 0.", (await add.RunAsync(me, Friday, "Again", default)).Failure!.Sentence);
        Assert.Contains("at most 500 days", Assert.IsType<Failure.Unfit>((await add.RunAsync(me, Friday.AddDays(-1), "One more", default)).Failure).Fields["date"], StringComparison.Ordinal);
    }
}
