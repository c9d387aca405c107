using Dashboard.Application.Board;
using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Dashboard.Application.Workspaces;
using Xunit;

namespace Dashboard.UnitTests.Board;

public sealed class MoveTaskTests
{
    [Fact]
    public async Task A_drop_is_stored_with_its_effect_before_it_returns()
    {
        await using var desk = await Desk.NewAsync();
        await desk.AddAsync(1);

        var moved = await desk.MoveAsync(1, "status:COMPLETED");

        var change = Assert.Single(await desk.ChangesAsync());
        Assert.Equal(moved.Value.Change, change.Id);
        Assert.Equal(ChangeState.Waiting, change.State);
        Assert.Equal(new FieldChange("NOT_STARTED", "COMPLETED"), FieldChange.Read(change.Fields)[TaskProperty.Status]);
        var task = await desk.TaskAsync(1);
        Assert.Equal(("COMPLETED", true, TaskChangeState.Pending), (task.Status, task.IsClosed, task.ChangeState));
        Assert.Equal(Desk.Now, task.CompletedAt);
        Assert.True(desk.Bell.Rings.TryRead(out _));
    }

    [Fact]
    public async Task A_message_that_comes_twice_moves_once()
    {
        await using var desk = await Desk.NewAsync();
        await desk.AddAsync(1);
        var operation = Guid.NewGuid();

        await desk.MoveAsync(1, "status:WAITING", operation: operation);
        await desk.MoveAsync(1, "status:WAITING", operation: operation);

        Assert.Single(await desk.ChangesAsync());
    }

    [Fact]
    public async Task A_place_inside_the_column_is_ours_and_sends_nothing()
    {
        await using var desk = await Desk.NewAsync();
        await desk.AddAsync(1);
        await desk.AddAsync(2);
        await desk.AddAsync(3);

        var moved = await desk.MoveAsync(3, "status:NOT_STARTED", above: 1, below: 2, from: "status:NOT_STARTED");

        Assert.Null(moved.Value.Change);
        Assert.Empty(await desk.ChangesAsync());
        Assert.Equal(new long[] { 1L, 3, 2 }, await desk.OrderAsync("status:NOT_STARTED"));
    }

    [Fact]
    public async Task A_card_stands_where_it_was_put_in_another_column()
    {
        await using var desk = await Desk.NewAsync();
        await desk.AddAsync(1, t => t.Status = "WAITING");
        await desk.AddAsync(2, t => t.Status = "WAITING");
        await desk.AddAsync(9);

        await desk.MoveAsync(9, "status:WAITING", above: 1, below: 2);

        Assert.Equal(new long[] { 1L, 9, 2 }, await desk.OrderAsync("status:WAITING"));
    }

    [Fact]
    public async Task Two_people_who_drop_between_the_same_cards_end_with_one_order()
    {
        await using var desk = await Desk.NewAsync();
        await desk.AddAsync(1, t => t.Status = "WAITING");
        await desk.AddAsync(2, t => t.Status = "WAITING");
        for (var id = 10; id < 60; id++)
        {
            await desk.AddAsync(id);
            Assert.True((await desk.MoveAsync(id, "status:WAITING", above: 1, below: 2)).Ok);
        }

        var order = (await desk.WindowAsync("status:WAITING", 0, 100)).Value.Cards.Select(c => c.Id).ToArray();
        Assert.Equal([1L, .. Enumerable.Range(10, 50).Reverse().Select(i => (long)i), 2], order);
    }

    [Fact]
    public async Task A_completed_card_moved_without_a_place_comes_first()
    {
        await using var desk = await Desk.NewAsync();
        await desk.AddAsync(1, t => (t.Status, t.IsClosed, t.CompletedAt) = ("COMPLETED", true, Desk.Now.AddHours(-2)));
        await desk.AddAsync(2);

        await desk.MoveAsync(2, "status:COMPLETED");

        Assert.Equal(new long[] { 2L, 1 }, await desk.OrderAsync("status:COMPLETED"));
    }

    [Fact]
    public async Task Reopening_forgets_the_completion()
    {
        await using var desk = await Desk.NewAsync();
        await desk.AddAsync(1, t => (t.Status, t.IsClosed, t.CompletedAt) = ("COMPLETED", true, Desk.Now.AddHours(-2)));

        await desk.MoveAsync(1, "status:IN_PROGRESS");

        var task = await desk.TaskAsync(1);
        Assert.False(task.IsClosed);
        Assert.Null(task.CompletedAt);
    }

    [Theory]
    [InlineData("status:NO_SUCH")]
    [InlineData("status:other")]
    [InlineData("owner:13")]
    [InlineData("owner:999")]
    [InlineData("owner:-1")]
    [InlineData("due:Overdue")]
    [InlineData("due:77")]
    [InlineData("")]
    [InlineData("hs_task_body:x")]
    public async Task A_zone_that_takes_no_cards_changes_nothing(string zone)
    {
        await using var desk = await Desk.NewAsync();
        await desk.AddAsync(1);

        Assert.IsType<Failure.Invalid>((await desk.MoveAsync(1, zone)).Failure);
        Assert.Empty(await desk.ChangesAsync());
    }

    [Fact]
    public async Task A_viewer_is_refused_on_the_server()
    {
        await using var desk = await Desk.NewAsync();
        await desk.AddAsync(1);

        Assert.IsType<Failure.Forbidden>((await desk.MoveAsync(1, "status:COMPLETED", actor: desk.As(Role.Viewer))).Failure);
        Assert.Equal("NOT_STARTED", (await desk.TaskAsync(1)).Status);
    }

    [Fact]
    public async Task A_task_of_another_workspace_looks_absent()
    {
        await using var desk = await Desk.NewAsync();
        await desk.AddAsync(1);
        var stranger = new Actor(WorkspaceId.New(), Guid.NewGuid(), "Stranger", Role.Owner);

        Assert.IsType<Failure.NotFound>((await desk.MoveAsync(1, "status:COMPLETED", actor: stranger)).Failure);
    }

    [Theory]
    [InlineData("priority:HIGH", TaskProperty.Priority, "HIGH")]
    [InlineData("type:CALL", TaskProperty.Type, "CALL")]
    [InlineData("owner:12", TaskProperty.Owner, "12")]
    [InlineData("owner:", TaskProperty.Owner, null)]
    public async Task Every_grouping_changes_its_own_property(string zone, string property, string? value)
    {
        await using var desk = await Desk.NewAsync();
        await desk.AddAsync(1);

        await desk.MoveAsync(1, zone);

        Assert.Equal(value, FieldChange.Read((await desk.ChangesAsync()).Single().Fields)[property].After);
    }

    [Fact]
    public async Task Moving_to_tomorrow_keeps_the_time_of_day()
    {
        await using var desk = await Desk.NewAsync();
        await desk.AddAsync(1, t => t.Due = new DateTimeOffset(2026, 10, 20, 12, 30, 0, TimeSpan.Zero));

        await desk.MoveAsync(1, "due:Tomorrow");

        // 14:30 in Berlin before the clocks changed is 14:30 after it: one hour later in UTC.
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 13, 30, 0, TimeSpan.Zero), (await desk.TaskAsync(1)).Due);
    }
}
