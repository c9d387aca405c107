using Dashboard.Application.Board;
using Dashboard.Application.Calendar.Load;
using Dashboard.Application.Kernel;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Planning;
using Dashboard.Application.Workspaces;
using Dashboard.UnitTests.Board;
using Xunit;

namespace Dashboard.UnitTests.Calendar.Load;

/// <summary>It is Saturday 21 November 2026, 10:00 in Berlin: the next working days are 23 to 27 November.</summary>
public sealed class ProposeSpreadTests : IAsyncLifetime
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    private Desk desk = null!;

    public async ValueTask InitializeAsync() => desk = await Desk.NewAsync();

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task Overdue_tasks_go_to_working_days_only_and_no_day_gets_much_more_than_another()
    {
        for (var id = 1; id <= 10; id++)
        {
            await AddAsync(id, "2026-11-18T08:00:00Z");
        }

        var spread = (await ProposeAsync(3)).Value;

        Assert.Equal([Monday, Monday.AddDays(1), Monday.AddDays(2)], spread.Days);
        Assert.Equal([4, 3, 3], spread.Tasks.GroupBy(t => t.Day).OrderBy(g => g.Key).Select(g => g.Count()));
        Assert.Empty(await desk.ChangesAsync());
    }

    [Fact]
    public async Task A_day_that_is_full_already_gets_none()
    {
        for (var id = 100; id < 120; id++)
        {
            await AddAsync(id, "2026-11-23T08:00:00Z");
        }

        await AddAsync(1, "2026-11-18T08:00:00Z");
        await AddAsync(2, "2026-11-18T08:00:00Z");

        Assert.All((await ProposeAsync(3)).Value.Tasks, task => Assert.NotEqual(Monday, task.Day));
    }

    [Fact]
    public async Task One_persons_load_does_not_fill_anothers_day()
    {
        for (var id = 100; id < 120; id++)
        {
            await AddAsync(id, "2026-11-23T08:00:00Z", Desk.Colleague);
        }

        await AddAsync(1, "2026-11-18T08:00:00Z");

        Assert.Equal(Monday, Assert.Single((await ProposeAsync(3)).Value.Tasks).Day);
    }

    [Fact]
    public async Task The_urgent_come_first_and_what_is_closed_or_not_overdue_stays()
    {
        await AddAsync(1, "2026-11-18T08:00:00Z");
        await AddAsync(2, "2026-11-19T08:00:00Z", priority: "HIGH");
        await AddAsync(3, "2026-11-18T08:00:00Z", closed: true);
        await AddAsync(4, "2026-11-25T08:00:00Z");

        var spread = (await ProposeAsync(2)).Value;

        Assert.Equal([(2, Monday), (1, Monday.AddDays(1))], spread.Tasks.Select(t => (t.Id, t.Day)));
    }

    [Fact]
    public async Task Only_chosen_tasks_where_some_are_chosen_and_what_one_gesture_cannot_carry_is_counted()
    {
        for (var id = 1; id <= ProposeSpread.MostTasks + 5; id++)
        {
            await AddAsync(id, "2026-11-18T08:00:00Z");
        }

        Assert.Equal(5, (await ProposeAsync(5)).Value.Left);
        Assert.Equal([3, 7], (await ProposeAsync(5, chosen: [3, 7])).Value.Tasks.Select(t => t.Id).Order());
    }

    [Fact]
    public async Task Whoever_has_no_working_day_is_told_and_a_viewer_is_refused()
    {
        await AddAsync(1, "2026-11-18T08:00:00Z");

        Assert.IsType<Failure.Invalid>((await ProposeAsync(5, habits: Habits.Usual with { Days = WorkDays.None })).Failure);
        Assert.False((await ProposeAsync(5, actor: desk.As(Role.Viewer))).Ok);
    }

    [Theory]
    [InlineData("CALL", 15)]
    [InlineData("MEETING", 60)]
    [InlineData("LINKED_IN_MESSAGE", 10)]
    [InlineData("SOMETHING_OF_THE_PORTAL", 20)]
    [InlineData(null, 20)]
    public void Each_type_takes_its_time(string? type, int minutes) => Assert.Equal(minutes, TaskMinutes.Usual.Of(type));

    [Theory]
    [InlineData(45, "45 min")]
    [InlineData(180, "3 h")]
    [InlineData(185, "3 h 05")]
    public void Time_is_said_in_hours(int minutes, string words) => Assert.Equal(words, Workload.Words(minutes));

    private Task<CrmTask> AddAsync(long id, string due, long owner = Desk.Me, string? priority = null, bool closed = false) => desk.AddAsync(id, t =>
    {
        (t.Due, t.OwnerId, t.Priority) = (DateTimeOffset.Parse(due, null), owner, priority);
        (t.IsClosed, t.Status) = (closed, closed ? "COMPLETED" : t.Status);
    });

    private Task<Result<Spread>> ProposeAsync(int days, long[]? chosen = null, Habits? habits = null, Actor? actor = null) => new ProposeSpread(desk.Databases, desk.Clock)
        .RunAsync(actor ?? desk.Actor, new BoardQuery { Owner = OwnerFilter.Me }, chosen ?? [], days, new WorkingDays(habits ?? Habits.Usual), Desk.Berlin, default);
}
