using Dashboard.Application.Calendar.Load;
using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Bulk;
using Dashboard.Application.Workspaces;
using Dashboard.UnitTests.Board;
using Xunit;

namespace Dashboard.UnitTests.Calendar.Load;

/// <summary>It is Saturday 21 November 2026, 10:00 in Berlin.</summary>
public sealed class AcceptSpreadTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Slipped = DateTimeOffset.Parse("2026-11-18T08:30:00Z", null);
    private static readonly DateOnly Monday = new(2026, 11, 23);

    private Desk desk = null!;

    public async ValueTask InitializeAsync() => desk = await Desk.NewAsync();

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task All_tasks_move_at_once_keep_their_time_of_day_and_come_back_as_one()
    {
        var tasks = await AddAsync(200);
        var gesture = Guid.NewGuid();
        var told = new List<WorkspaceSignal>();
        using var hearing = desk.Feed.Subscribe(desk.Workspace, told.Add);

        var accepted = (await RunAsync(gesture, tasks)).Value;

        Assert.Equal((200, 0), (accepted.Changes.Count, accepted.Left));
        Assert.Equal(200, Assert.IsType<WorkspaceSignal.TasksChanged>(Assert.Single(told)).TaskIds.Count);
        Assert.Equal(DateTimeOffset.Parse("2026-11-23T08:30:00Z", null), (await desk.TaskAsync(1)).Due);
        Assert.All(await desk.ChangesAsync(), change => Assert.Equal(gesture, change.BatchId));

        var undone = (await new UndoBulk(desk.Databases, new UndoChange(desk.Databases, desk.Queue, desk.Clock)).RunAsync(desk.Actor, gesture, default)).Value;
        Assert.Equal((200, 0), (undone.Undone, undone.Overtaken));
        Assert.Equal(Slipped, (await desk.TaskAsync(200)).Due);
    }

    [Fact]
    public async Task What_somebody_moved_closed_or_deleted_meanwhile_stays_and_is_counted()
    {
        var tasks = await AddAsync(3);
        await desk.MoveAsync(1, "day:2026-12-01");
        await desk.MoveAsync(2, "status:COMPLETED");

        var accepted = (await RunAsync(Guid.NewGuid(), [.. tasks, tasks[0] with { Id = 99 }])).Value;

        Assert.Equal((1, 3), (accepted.Changes.Count, accepted.Left));
        Assert.Equal(DateTimeOffset.Parse("2026-12-01T08:30:00Z", null), (await desk.TaskAsync(1)).Due);
        Assert.Equal(Slipped, (await desk.TaskAsync(2)).Due);
    }

    [Fact]
    public async Task Told_again_nothing_moves_again()
    {
        var (tasks, gesture) = (await AddAsync(2), Guid.NewGuid());

        var first = (await RunAsync(gesture, tasks)).Value;
        var again = (await RunAsync(gesture, tasks)).Value;

        Assert.Equal(first.Changes, again.Changes);
        Assert.Equal(2, (await desk.ChangesAsync()).Length);
    }

    [Fact]
    public async Task A_viewer_and_more_than_one_gesture_carries_are_refused()
    {
        var tasks = await AddAsync(1);

        Assert.False((await RunAsync(Guid.NewGuid(), tasks, desk.As(Role.Viewer))).Ok);
        Assert.IsType<Failure.Invalid>((await RunAsync(Guid.NewGuid(), [.. Enumerable.Repeat(tasks[0], ProposeSpread.MostTasks + 1)])).Failure);
        Assert.Empty(await desk.ChangesAsync());
    }

    private async Task<List<SpreadTask>> AddAsync(int count)
    {
        for (var id = 1; id <= count; id++)
        {
            await desk.AddAsync(id, t => t.Due = Slipped);
        }

        return [.. Enumerable.Range(1, count).Select(id => new SpreadTask(id, $"Task {id}", Slipped, Desk.Me, Monday))];
    }

    private Task<Result<SpreadAccepted>> RunAsync(Guid gesture, IReadOnlyList<SpreadTask> tasks, Actor? actor = null) =>
        new AcceptSpread(desk.Databases, desk.Queue).RunAsync(actor ?? desk.Actor, gesture, tasks, Desk.Berlin, default);
}
