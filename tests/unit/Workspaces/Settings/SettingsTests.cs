using Dashboard.Application.Kernel;
using Dashboard.Application.People.Settings;
using Dashboard.UnitTests.Persistence;
using Xunit;

namespace Dashboard.UnitTests.Workspaces.Settings;

public sealed class SettingsTests
{
    private static readonly KeptSettings Mine = new("Asia/Kathmandu", new(
        DayOfWeek.Sunday, true, new(7, 30), new(23, 45), WorkDays.Sunday | WorkDays.Thursday, true, FreeDayDrop.NextWorkDay));

    private readonly Guid me = Guid.NewGuid();

    [Theory, EveryEngine]
    public async Task They_are_kept_and_kept_anew(Engine engine)
    {
        await using var database = await TestDatabase.OnAsync(engine);
        Assert.Equal(KeptSettings.None, await Show(database, me));

        Assert.True((await Save(database, me, Mine)).Ok);
        Assert.Equal(Mine, await Show(database, me));

        Assert.True((await Save(database, me, KeptSettings.None)).Ok);
        Assert.Equal(KeptSettings.None, await Show(database, me));
    }

    [Fact]
    public async Task Another_persons_stay_as_they_are()
    {
        await using var database = await TestDatabase.NewAsync();
        var other = Guid.NewGuid();
        var theirs = KeptSettings.None with { TimeZone = "Europe/London" };
        await Save(database, other, theirs);

        await Save(database, me, Mine);

        Assert.Equal(theirs, await Show(database, other));
    }

    public static TheoryData<string, KeptSettings> Unfit => new()
    {
        { "zone", Mine with { TimeZone = "Mars/Olympus_Mons" } },
        { "zone", Mine with { TimeZone = "" } },
        { "zone", Mine with { TimeZone = "W. Europe Standard Time" } },
        { "zone", Mine with { TimeZone = "../../etc/passwd" } },
        { "hours", Mine with { Habits = Mine.Habits with { WorkFrom = new(17, 0), WorkTo = new(9, 0) } } },
        { "hours", Mine with { Habits = Mine.Habits with { WorkFrom = new(9, 0), WorkTo = new(9, 0) } } },
        { "week", Mine with { Habits = Mine.Habits with { WeekStart = (DayOfWeek)7 } } },
        { "days", Mine with { Habits = Mine.Habits with { Days = (WorkDays)128 } } },
        { "days", Mine with { Habits = Mine.Habits with { Days = WorkDays.None, HidesFreeDays = true } } },
        { "drops", Mine with { Habits = Mine.Habits with { OnFreeDay = (FreeDayDrop)3 } } },
    };

    [Theory]
    [MemberData(nameof(Unfit))]
    public async Task What_makes_no_sense_is_refused_beside_its_field_and_nothing_changes(string field, KeptSettings wanted)
    {
        await using var database = await TestDatabase.NewAsync();
        await Save(database, me, Mine);

        var refused = Assert.IsType<Failure.Unfit>((await Save(database, me, wanted)).Failure);

        Assert.Equal([field], refused.Fields.Keys);
        Assert.Equal(Mine, await Show(database, me));
    }

    [Fact]
    public async Task Somebody_may_have_no_working_day()
    {
        await using var database = await TestDatabase.NewAsync();
        var idle = Mine with { Habits = Mine.Habits with { Days = WorkDays.None, HidesFreeDays = false } };
        Assert.True((await Save(database, me, idle)).Ok);
        Assert.Equal(idle, await Show(database, me));
    }

    [Theory, EveryEngine]
    public async Task Windows_that_save_for_the_first_time_at_once_all_succeed(Engine engine)
    {
        await using var database = await TestDatabase.OnAsync(engine);

        var saved = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Save(database, me, Mine))));

        Assert.All(saved, one => Assert.True(one.Ok, one.Failure?.Sentence));
        Assert.Equal(Mine, await Show(database, me));
    }

    [Fact]
    public async Task A_page_load_costs_one_query()
    {
        await using var database = await TestDatabase.NewAsync();
        await Save(database, me, Mine);
        var dbs = new CountingDbs(database.Options);

        Assert.Equal(1, await dbs.OfAsync(() => new ShowSettings(dbs).RunAsync(me, default)));
    }

    private static Task<KeptSettings> Show(TestDatabase database, Guid person) => new ShowSettings(database.Databases).RunAsync(person, default);

    private static Task<Result<Done>> Save(TestDatabase database, Guid person, KeptSettings wanted) => new SaveSettings(database.Databases).RunAsync(person, wanted, default);
}
