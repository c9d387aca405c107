using Dashboard.Application.Board;
using Dashboard.Application.Calendar;
using Dashboard.Application.Kernel;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Tasks;
using Dashboard.Application.Workspaces;
using Dashboard.UnitTests.Board;
using Xunit;

namespace Dashboard.UnitTests.Calendar;

/// <summary>It is Saturday 21 November 2026, 10:00 in Berlin.</summary>
public sealed class ShowCalendarTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    private Desk desk = null!;

    public async ValueTask InitializeAsync() => desk = await Desk.NewAsync();

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Theory]
    [InlineData("Europe/Berlin", "day:2026-11-25")]
    [InlineData("Pacific/Honolulu", "day:2026-11-24")]
    [InlineData("Pacific/Tongatapu", "day:2026-11-25")]
    public async Task A_task_stands_on_the_day_of_whoever_looks(string zone, string day)
    {
        await AddAsync(1, "2026-11-24T23:30:00Z");

        var view = await ShowAsync(zone: zone);

        Assert.Equal([1], view.Cells[day].Cards.Select(c => c.Card.Id));
        Assert.Single(view.Cells);
    }

    [Fact]
    public async Task A_cell_counts_all_and_lists_the_first_by_the_clock_until_it_is_opened()
    {
        for (var id = 1; id <= 30; id++)
        {
            await AddAsync(id, $"2026-11-24T{8 + (id % 9):00}:00:00Z");
        }

        var cell = (await ShowAsync()).Cells["day:2026-11-24"];
        Assert.Equal((30, ShowCalendar.FirstCards, 26), (cell.Count, cell.Cards.Count, cell.More));
        Assert.Equal(cell.Cards.OrderBy(c => c.At.Time).Select(c => c.Card.Id), cell.Cards.Select(c => c.Card.Id));

        Assert.Equal(30, (await ShowAsync(opened: "day:2026-11-24")).Cells["day:2026-11-24"].Cards.Count);
    }

    [Fact]
    public async Task Times_that_mean_nothing_stand_above_the_hours()
    {
        await AddAsync(1, "2026-11-23T23:00:00Z");
        await AddAsync(2, "2026-11-24T22:59:00Z");
        await AddAsync(3, "2026-11-24T08:30:00Z");

        var view = await ShowAsync(CalendarLayout.Week, new(2026, 11, 24));

        Assert.Equal([1, 2], view.Cells["allday:2026-11-24"].Cards.Select(c => c.Card.Id));
        Assert.Equal([3], view.Cells["times:2026-11-24"].Cards.Select(c => c.Card.Id));
    }

    [Fact]
    public async Task A_full_morning_leaves_the_afternoon_its_place_and_nothing_is_left_uncounted()
    {
        for (var id = 1; id <= ShowCalendar.WeekCards; id++)
        {
            await AddAsync(id, $"2026-11-24T08:{id % 30:00}:00Z");
        }

        Assert.Equal(ShowCalendar.WeekCards, (await WeekAsync()).Cards.Count);
        await AddAsync(100, "2026-11-24T15:00:00Z");

        var full = await WeekAsync();
        Assert.Equal((ShowCalendar.WeekCards + 1, 4, ShowCalendar.WeekCards - 3), (full.Count, full.Cards.Count, full.More));
        Assert.Equal(100, full.Cards[^1].Card.Id);
        Assert.Equal(ShowCalendar.WeekCards + 1, (await ShowAsync(CalendarLayout.Day, new(2026, 11, 24))).Cells["times:2026-11-24"].Cards.Count);

        async Task<CalendarCell> WeekAsync() => (await ShowAsync(CalendarLayout.Week, new(2026, 11, 24))).Cells["times:2026-11-24"];
    }

    [Fact]
    public async Task Completed_tasks_stay_where_they_were_due_unless_hidden()
    {
        await AddAsync(1, "2026-11-24T08:30:00Z", closed: true);

        Assert.Equal((1, 0), await CountsAsync(hides: false));
        Assert.Equal((0, 0), await CountsAsync(hides: true));
    }

    [Fact]
    public async Task The_tray_holds_what_no_day_shows_and_each_task_is_on_the_page_once()
    {
        await AddAsync(1, "2026-11-20T08:30:00Z"); // overdue, in sight of the month
        await AddAsync(2, "2026-10-01T08:30:00Z"); // overdue, before it
        await AddAsync(3, null);
        await AddAsync(4, "2099-12-31T11:00:00Z");

        var view = await ShowAsync();

        Assert.Equal(["tray:overdue", "tray:nodate", "someday:"], view.Tray.Select(t => t.Zone));
        Assert.Equal([2, 1, 1], view.Tray.Select(t => t.Count));
        Assert.Equal([2, 3, 4], view.Tray.SelectMany(t => t.Cards).Select(c => c.Card.Id));
        var all = view.Cells.Values.SelectMany(c => c.Cards).Concat(view.Tray.SelectMany(t => t.Cards)).Select(c => c.Card.Id).ToList();
        Assert.Equal(all.Distinct(), all);
    }

    [Fact]
    public async Task A_team_week_has_a_row_for_everybody_who_can_be_given_a_task()
    {
        await AddAsync(1, "2026-11-24T08:30:00Z", owner: Desk.Colleague);
        await AddAsync(2, "2026-11-24T08:30:00Z", owner: Desk.Gone);
        await AddAsync(3, "2026-11-24T08:30:00Z", owner: null);

        var view = await ShowAsync(CalendarLayout.Team, new(2026, 11, 24), new BoardQuery { Owner = OwnerFilter.Everyone });

        Assert.Equal([Desk.Me, Desk.Colleague, Desk.Gone, null], view.People);
        Assert.Equal([1], view.Cells[$"owner:{Desk.Colleague}|day:2026-11-24"].Cards.Select(c => c.Card.Id));
        Assert.Equal([3], view.Cells["owner:|day:2026-11-24"].Cards.Select(c => c.Card.Id));
    }

    [Fact]
    public async Task Days_somebody_hides_are_left_out_and_their_tasks_are_counted()
    {
        await AddAsync(1, "2026-11-22T08:30:00Z");

        var view = await ShowAsync(habits: Habits.Usual with { HidesFreeDays = true });

        Assert.DoesNotContain(view.Days, day => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        Assert.Equal((0, 1), (view.Shown, view.OnHiddenDays));
    }

    [Fact]
    public async Task A_workspace_of_others_is_not_there()
    {
        await AddAsync(1, "2026-11-24T08:30:00Z");
        var stranger = new Actor(WorkspaceId.New(), Guid.NewGuid(), "Eve", Role.Owner, Desk.Me);

        Assert.Empty((await ShowAsync(actor: stranger)).Cells);
    }

    private async Task<(int, int)> CountsAsync(bool hides)
    {
        var cell = (await ShowAsync(hides: hides)).Cells.GetValueOrDefault("day:2026-11-24");
        return (cell?.Count ?? 0, cell?.Open ?? 0);
    }

    private Task<CrmTask> AddAsync(long id, string? due, bool closed = false, long? owner = Desk.Me) => desk.AddAsync(id, t =>
    {
        t.Due = due is null ? null : DateTimeOffset.Parse(due, null);
        t.OwnerId = owner;
        (t.IsClosed, t.Status) = (closed, closed ? "COMPLETED" : t.Status);
    });

    private async Task<CalendarView> ShowAsync(
        CalendarLayout layout = CalendarLayout.Month, DateOnly? date = null, BoardQuery? filter = null, string zone = "Europe/Berlin", string? opened = null,
        Habits? habits = null, bool hides = false, Actor? actor = null)
    {
        var query = new CalendarQuery(layout, date ?? Today, filter ?? BoardQuery.Default) { Opened = opened, HidesClosed = hides };
        return (await new ShowCalendar(desk.Databases, desk.Clock).RunAsync(actor ?? desk.Actor, query, new OwnTime(TimeZoneInfo.FindSystemTimeZoneById(zone), habits ?? Habits.Usual), default)).Value;
    }
}
