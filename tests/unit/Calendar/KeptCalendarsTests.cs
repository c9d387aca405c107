using Dashboard.Application.Board;
using Dashboard.Application.Calendar;
using Dashboard.Application.Kernel;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Workspaces;
using Dashboard.UnitTests.Board;
using Xunit;

namespace Dashboard.UnitTests.Calendar;

/// <summary>A page load asks three times and reads once; nobody is shown what is over or somebody else's.</summary>
public sealed class KeptCalendarsTests : IAsyncLifetime
{
    private static readonly CalendarQuery Month = new(CalendarLayout.Month, new(2026, 11, 21), BoardQuery.Default);

    private Desk desk = null!;
    private BoardCache cache = null!;

    public async ValueTask InitializeAsync()
    {
        desk = await Desk.NewAsync();
        cache = new BoardCache(desk.Feed, desk.Clock);
    }

    public async ValueTask DisposeAsync()
    {
        cache.Dispose();
        await desk.DisposeAsync();
    }

    [Fact]
    public async Task A_page_load_reads_once()
    {
        await desk.AddAsync(1);
        var counted = desk.Counted;
        await ShowAsync(Month, dbs: counted);

        Assert.Equal(0, await counted.OfAsync(async () => await ShowAsync(Month, firstDrawing: true, dbs: counted)));
        Assert.Equal(0, await counted.OfAsync(async () => await ShowAsync(Month, dbs: counted)));
        Assert.NotEqual(0, await counted.OfAsync(async () => await ShowAsync(Month with { HasTray = false }, dbs: counted)));
    }

    [Fact]
    public async Task A_live_page_begins_with_what_was_drawn_before_it_and_reads_anew_after()
    {
        await ShowAsync(Month);
        await desk.AddAsync(1);
        desk.Clock.Advance(BoardCache.Longest);

        Assert.False((await ShowAsync(Month, firstDrawing: true)).HasTasks);
        Assert.True((await ShowAsync(Month)).HasTasks);
    }

    [Fact]
    public async Task A_move_is_on_the_calendar_that_is_read_next()
    {
        await desk.AddAsync(1);
        Assert.Contains("day:2026-11-21", (await ShowAsync(Month)).Cells);

        await desk.MoveAsync(1, "day:2026-11-26");

        Assert.Equal(["day:2026-11-26"], (await ShowAsync(Month)).Cells.Keys);
    }

    [Fact]
    public async Task Every_part_of_the_question_counts()
    {
        await desk.AddAsync(1);
        CalendarQuery[] questions =
        [
            Month, Month with { Layout = CalendarLayout.Week }, Month with { Date = new(2026, 12, 21) }, Month with { HidesClosed = true }, Month with { HasTray = false },
            Month with { Opened = "day:2026-11-21" }, Month with { Filter = new() { Owner = OwnerFilter.Everyone } },
        ];
        var read = new List<object>();
        foreach (var question in questions)
        {
            read.Add((await ShowAsync(question)).Cells);
        }

        read.Add((await ShowAsync(Month, habits: Habits.Usual with { WeekStart = DayOfWeek.Sunday })).Cells);
        read.Add((await ShowAsync(Month, zone: TimeZoneInfo.Utc)).Cells);
        Assert.Equal(read.Count, read.Distinct(ReferenceEqualityComparer.Instance).Count());
        Assert.Same(read[0], (await ShowAsync(Month)).Cells);
    }

    [Fact]
    public async Task Mine_is_shared_by_name_and_never_shown_to_somebody_else()
    {
        await desk.AddAsync(1);
        var mine = await ShowAsync(Month);
        var named = await ShowAsync(Month with { Filter = new() { Owner = OwnerFilter.One(Desk.Me) } });

        Assert.Same(mine.Cells, named.Cells);
        Assert.Equal(OwnerFilter.One(Desk.Me), named.Query.Filter.Owner);
        Assert.Empty((await ShowAsync(Month, desk.Actor with { OwnerId = Desk.Colleague })).Cells);
        Assert.Empty((await ShowAsync(Month, desk.Actor with { Workspace = WorkspaceId.New() })).Cells);
    }

    [Fact]
    public async Task What_somebody_filtered_is_not_kept()
    {
        var calls = Month with { Filter = new() { Types = ["CALL"] } };
        await ShowAsync(calls);
        await desk.AddAsync(1, t => t.Type = "CALL");

        Assert.Single((await ShowAsync(calls)).Cells);
    }

    private async Task<CalendarView> ShowAsync(
        CalendarQuery query, Actor? actor = null, Habits? habits = null, TimeZoneInfo? zone = null, bool firstDrawing = false, IDashboardDbs? dbs = null) =>
        (await new KeptCalendars(new ShowCalendar(dbs ?? desk.Databases, desk.Clock), cache).RunAsync(
            actor ?? desk.Actor, query, new OwnTime(zone ?? Desk.Berlin, habits ?? Habits.Usual), firstDrawing, default)).Value;
}
