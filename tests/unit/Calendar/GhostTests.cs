using Dashboard.Application.Board;
using Dashboard.Application.Calendar;
using Dashboard.Application.Connections;
using Dashboard.Application.Kernel;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Tasks.Repeating;
using Dashboard.UnitTests.Board;
using Xunit;

namespace Dashboard.UnitTests.Calendar;

/// <summary>What comes again and is no task yet. It is Saturday 21 November 2026, 10:00 in Berlin.</summary>
public sealed class GhostTests : IAsyncLifetime
{
    private const string Mondays = "RRULE:FREQ=WEEKLY;BYDAY=MO";

    private Desk desk = null!;

    public async ValueTask InitializeAsync() => desk = await Desk.NewAsync();

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task They_stand_on_the_days_after_the_tasks_own_and_count_as_nothing()
    {
        await AddAsync(1, "2026-11-23T08:30:00Z", Mondays);

        var view = await ShowAsync(CalendarLayout.Month);

        Assert.Equal(["day:2026-11-23"], Zones(view, c => c.Cards.Count > 0));
        Assert.Equal(["day:2026-11-30"], Zones(view, c => c.Ghosts.Count > 0));
        var ghost = Assert.Single(view.Cells["day:2026-11-30"].Ghosts);
        Assert.Equal((1, "Task 1", (long?)Desk.Me, new TimeOnly(9, 30)), (ghost.TaskId, ghost.Subject, ghost.OwnerId, ghost.At.Time));
        Assert.Equal((0, 0, 0), (view.Cells["day:2026-11-30"].Count, view.Cells["day:2026-11-30"].Open, view.Cells["day:2026-11-30"].More));
        Assert.Equal((1, 0), (view.Shown, view.OnHiddenDays));
    }

    [Theory]
    [InlineData(CalendarLayout.Month, "day:2026-11-30")]
    [InlineData(CalendarLayout.Week, "times:2026-11-30")]
    [InlineData(CalendarLayout.WorkWeek, "times:2026-11-30")]
    [InlineData(CalendarLayout.Day, "times:2026-11-30")]
    [InlineData(CalendarLayout.Agenda, "day:2026-11-30")]
    [InlineData(CalendarLayout.Team, "owner:11|day:2026-11-30")]
    public async Task Every_layout_shows_them(CalendarLayout layout, string zone)
    {
        await AddAsync(1, "2026-11-23T08:30:00Z", Mondays);
        var view = await ShowAsync(layout, new(2026, 11, 30));
        Assert.Equal(1, Assert.Single(view.Cells[zone].Ghosts).TaskId);
        Assert.All(view.Cells.Values.Where(c => c.Ghosts.Count > 0 && c.Zone != zone), c => Assert.True(c.Day > new DateOnly(2026, 11, 30)));
    }

    [Fact]
    public async Task A_time_that_means_a_day_stands_above_the_hours()
    {
        await AddAsync(1, "2026-11-23T22:59:00Z", Mondays);
        Assert.Single((await ShowAsync(CalendarLayout.Week, new(2026, 11, 30))).Cells["allday:2026-11-30"].Ghosts);
    }

    [Fact]
    public async Task Nothing_comes_on_days_that_have_gone_by()
    {
        await AddAsync(1, "2026-11-02T08:30:00Z", "RRULE:FREQ=DAILY");
        var view = await ShowAsync(CalendarLayout.Month);
        Assert.Equal("day:2026-11-21", Zones(view, c => c.Ghosts.Count > 0).Order().First());
        Assert.Empty(Zones(await ShowAsync(CalendarLayout.Month, new(2026, 9, 1)), c => c.Ghosts.Count > 0));
    }

    [Theory]
    [InlineData("2026-11-25T08:30:00Z", 2)]
    [InlineData("2026-11-30T08:30:00Z", 1)]
    [InlineData("2026-12-30T08:30:00Z", 0)]
    public async Task A_task_that_was_moved_is_followed_by_what_comes_after_its_day(string due, int ghosts)
    {
        await AddAsync(1, due, Mondays, starts: "2026-11-23T08:30:00Z");
        Assert.Equal(ghosts, (await ShowAsync(CalendarLayout.Agenda)).Cells.Values.Sum(c => c.Ghosts.Count(g => g.At.Day < new DateOnly(2026, 12, 8))));
    }

    [Theory]
    [InlineData(null, "2026-11-23T08:30:00Z", null)]
    [InlineData("RRULE:FREQ=MONTHLY;BYSETPOS=1;BYDAY=MO", "2026-11-23T08:30:00Z", null)]
    [InlineData(Mondays, null, null)]
    [InlineData(Mondays, "2026-11-23T08:30:00Z", "PAUSED")]
    public async Task Where_it_is_not_known_nothing_pretends(string? rule, string? starts, string? status)
    {
        await AddAsync(1, "2026-11-23T08:30:00Z", rule, starts, status);
        Assert.Empty(Zones(await ShowAsync(CalendarLayout.Agenda), c => c.Ghosts.Count > 0));
    }

    [Fact]
    public async Task Closed_deleted_and_filtered_tasks_leave_none_behind()
    {
        await AddAsync(1, "2026-11-23T08:30:00Z", Mondays, set: t => (t.IsClosed, t.Status) = (true, "COMPLETED"));
        await AddAsync(2, "2026-11-23T08:30:00Z", Mondays, set: t => t.IsDeleted = true);
        await AddAsync(3, "2026-11-23T08:30:00Z", Mondays, set: t => t.OwnerId = Desk.Colleague);

        Assert.Empty(Zones(await ShowAsync(CalendarLayout.Agenda, filter: new BoardQuery { Owner = OwnerFilter.Me }), c => c.Ghosts.Count > 0));
        Assert.NotEmpty(Zones(await ShowAsync(CalendarLayout.Agenda), c => c.Ghosts.Count > 0));
    }

    [Fact]
    public async Task Two_open_tasks_of_one_series_are_followed_once()
    {
        await AddAsync(1, "2026-11-16T08:30:00Z", Mondays, "2026-11-02T08:30:00Z", set: t => t.Subject = "Round");
        await AddAsync(2, "2026-11-23T08:30:00Z", Mondays, "2026-11-02T08:30:00Z", set: t => t.Subject = "Round");

        Assert.Equal([2], (await ShowAsync(CalendarLayout.Month)).Cells.Values.SelectMany(c => c.Ghosts).Select(g => g.TaskId));
    }

    [Fact]
    public async Task Days_are_the_portals_and_shown_in_the_zone_of_whoever_looks()
    {
        await using (var db = desk.Open())
        {
            db.Connections.Add(new HubSpotConnection { WorkspaceId = desk.Workspace, HubId = 1, RefreshToken = [], ConnectedBy = Guid.NewGuid(), ConnectedAt = Desk.Now, TimeZone = "Pacific/Auckland" });
            await db.SaveChangesAsync();
        }

        // 09:00 on Mondays in Auckland, which is Sunday evening in Berlin.
        await AddAsync(1, "2026-11-22T20:00:00Z", Mondays);

        Assert.Equal(["day:2026-11-29", "day:2026-12-06"], Zones(await ShowAsync(CalendarLayout.Month), c => c.Ghosts.Count > 0).Order().Take(2));
    }

    [Fact]
    public async Task A_view_has_two_hundred_at_most_the_nearest_ones()
    {
        for (var id = 1; id <= 12; id++)
        {
            await AddAsync(id, "2026-11-21T08:30:00Z", "RRULE:FREQ=DAILY", starts: "2026-11-01T08:30:00Z");
        }

        var ghosts = (await ShowAsync(CalendarLayout.Agenda)).Cells.Values.SelectMany(c => c.Ghosts).ToList();
        Assert.Equal(200, ghosts.Count);
        Assert.True(ghosts.Max(g => g.At.Day) < new DateOnly(2026, 12, 10), "the far ones were kept");
    }

    [Fact]
    public async Task They_are_read_from_the_few_that_repeat_by_key_in_one_query()
    {
        for (var id = 1; id <= 60; id++)
        {
            await AddAsync(id, "2026-11-23T08:30:00Z", id % 10 == 0 ? Mondays : null);
        }

        var counted = desk.Counted;
        var plan = Assert.Single(
            await counted.PlansOfAsync(() => ShowAsync(CalendarLayout.Team, filter: new BoardQuery { Owner = OwnerFilter.Me }, dbs: counted)), p => p.Sql.Contains("TaskSeries", StringComparison.Ordinal));
        Assert.Contains("USING INDEX sqlite_autoindex_Tasks_1 (WorkspaceId=? AND Id=?)", plan.Plan, StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN t0", plan.Plan, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Zones(CalendarView view, Func<CalendarCell, bool> with) => view.Cells.Values.Where(with).Select(c => c.Zone);

    private async Task AddAsync(long id, string due, string? rule, string? starts = "", string? status = "ACTIVE", Action<Dashboard.Application.Tasks.CrmTask>? set = null)
    {
        await desk.AddAsync(id, t =>
        {
            t.Due = DateTimeOffset.Parse(due, null);
            set?.Invoke(t);
        });
        await using var db = desk.Open();
        var starting = starts is "" ? due : starts;
        db.TaskSeries.Add(new TaskSeries { WorkspaceId = desk.Workspace, TaskId = id, Rule = rule, StartsAt = starting is null ? null : DateTimeOffset.Parse(starting, null), Status = status });
        await db.SaveChangesAsync();
    }

    private async Task<CalendarView> ShowAsync(CalendarLayout layout, DateOnly? date = null, BoardQuery? filter = null, IDashboardDbs? dbs = null)
    {
        var query = new CalendarQuery(layout, date ?? new(2026, 11, 21), filter ?? BoardQuery.Default with { Owner = OwnerFilter.Everyone });
        return (await new ShowCalendar(dbs ?? desk.Databases, desk.Clock).RunAsync(desk.Actor, query, Desk.Berlin, default)).Value;
    }
}
