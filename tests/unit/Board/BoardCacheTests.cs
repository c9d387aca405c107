using Dashboard.Application.Board;
using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
using Xunit;

namespace Dashboard.UnitTests.Board;

public sealed class BoardCacheTests
{
    [Fact]
    public async Task The_same_question_soon_after_is_answered_without_reading()
    {
        await using var desk = await KeptAsync();
        await desk.AddAsync(1);

        var first = await desk.ShowAsync();

        Assert.Same(first, await desk.ShowAsync());
    }

    [Fact]
    public async Task Whatever_the_signal_the_next_look_reads_anew()
    {
        await using var desk = await KeptAsync();
        WorkspaceSignal[] signals =
        [
            new WorkspaceSignal.TasksChanged(desk.Workspace, [1], null), new WorkspaceSignal.SyncProgressed(desk.Workspace),
            new WorkspaceSignal.ConnectionChanged(desk.Workspace), new WorkspaceSignal.MembersChanged(desk.Workspace),
        ];
        for (var i = 0; i < signals.Length; i++)
        {
            Assert.Equal(i, (await desk.ShowAsync()).Total);
            await desk.AddAsync(i + 1);
            desk.Feed.Publish(signals[i]);
            Assert.Equal(i + 1, (await desk.ShowAsync()).Total);
        }
    }

    [Fact]
    public async Task A_move_is_on_the_board_that_its_mover_reads_next()
    {
        await using var desk = await KeptAsync();
        await desk.AddAsync(1);
        await desk.ShowAsync();

        await desk.MoveAsync(1, "status:COMPLETED");

        Assert.Equal(new long[] { 1L }, await desk.OrderAsync("status:COMPLETED"));
    }

    [Fact]
    public async Task A_write_that_sent_no_signal_is_seen_after_two_seconds()
    {
        await using var desk = await KeptAsync();
        await desk.ShowAsync();
        await desk.AddAsync(1);

        desk.Clock.Advance(BoardCache.Longest);

        Assert.Equal(1, (await desk.ShowAsync()).Total);
    }

    [Fact]
    public async Task Mine_is_never_shown_to_somebody_else()
    {
        await using var desk = await KeptAsync();
        await desk.AddAsync(1);
        await desk.AddAsync(2, t => t.OwnerId = Desk.Colleague);

        var mine = await desk.ShowAsync();
        var theirs = await desk.ShowAsync(actor: desk.Actor with { OwnerId = Desk.Colleague });
        var nobodys = await desk.ShowAsync(actor: desk.Actor with { OwnerId = null });

        Assert.Equal([1], Ids(mine));
        Assert.Equal([2], Ids(theirs));
        Assert.Equal([1, 2], Ids(nobodys));
    }

    [Fact]
    public async Task Another_workspace_never_gets_this_ones_board()
    {
        await using var desk = await KeptAsync();
        await desk.AddAsync(1);
        await desk.ShowAsync();

        Assert.Equal(0, (await desk.ShowAsync(actor: desk.Actor with { Workspace = WorkspaceId.New() })).Total);
    }

    [Fact]
    public async Task Every_part_of_the_question_counts()
    {
        await using var desk = await KeptAsync();
        await desk.AddAsync(1, t => t.Type = "CALL");
        await desk.AddAsync(2, t => t.Priority = "HIGH");
        BoardQuery[] questions =
        [
            BoardQuery.Default, new() { Group = BoardGrouping.Due }, new() { Owner = OwnerFilter.Everyone }, new() { Owner = OwnerFilter.Nobody },
            new() { Closed = ClosedWindow.Today }, new() { Types = ["CALL"] }, new() { Priorities = ["HIGH"] }, new() { Due = DueBucket.Later }, new() { Text = "Task 1" },
        ];

        var boards = new List<BoardView>();
        foreach (var question in questions)
        {
            boards.Add(await desk.ShowAsync(question));
        }

        Assert.Equal(boards.Count, boards.Distinct(ReferenceEqualityComparer.Instance).Count());
        Assert.Equal([1], Ids(boards[5]));
        Assert.Equal([2], Ids(boards[6]));
    }

    [Fact]
    public async Task It_does_not_grow_without_end_and_still_hears_after_it_was_emptied()
    {
        await using var desk = await KeptAsync();
        await desk.ShowAsync();
        for (var owner = 0; owner <= BoardCache.MostBoards; owner++)
        {
            await desk.ShowAsync(new BoardQuery { Owner = OwnerFilter.One(1000 + owner) });
        }

        await desk.ShowAsync();
        await desk.MoveAsync((await desk.AddAsync(1)).Id, "status:COMPLETED");

        Assert.Equal(1, (await desk.ShowAsync()).Total);
    }

    [Fact]
    public async Task A_reading_that_failed_is_not_kept()
    {
        await using var desk = await KeptAsync();
        var key = new BoardKey(desk.Workspace, BoardGrouping.Status, OwnerFilter.Everyone, ClosedWindow.SevenDays, "UTC", DayOfWeek.Monday);
        var board = await desk.ShowAsync();

        await Assert.ThrowsAsync<TimeoutException>(() => desk.Cache!.GetAsync(key, () => throw new TimeoutException(), BoardCache.Longest, default));

        Assert.Same(board, await desk.Cache!.GetAsync(key, () => Task.FromResult(board), BoardCache.Longest, default));
    }

    [Fact]
    public async Task Who_asks_during_a_reading_shares_it_unless_a_signal_came_since()
    {
        await using var desk = await KeptAsync();
        var key = new BoardKey(desk.Workspace, BoardGrouping.Status, OwnerFilter.Everyone, ClosedWindow.SevenDays, "UTC", DayOfWeek.Monday);
        var board = await desk.ShowAsync();
        var slow = new TaskCompletionSource<BoardView>();

        var first = desk.Cache!.GetAsync(key, () => slow.Task, BoardCache.Longest, default);
        var second = desk.Cache.GetAsync(key, () => throw new InvalidOperationException("A second reading."), BoardCache.Longest, default);
        desk.Feed.Publish(new WorkspaceSignal.TasksChanged(desk.Workspace, [1], null));
        var third = desk.Cache.GetAsync(key, () => Task.FromResult(board with { Total = 7 }), BoardCache.Longest, default);
        slow.SetResult(board);

        Assert.Same(await first, await second);
        Assert.Equal(7, (await third).Total);
        Assert.Equal(7, (await desk.Cache.GetAsync(key, () => slow.Task, BoardCache.Longest, default)).Total);
    }

    private static long[] Ids(BoardView board) => [.. board.Columns.SelectMany(c => c.Cards).Select(c => c.Id).Order()];

    private static async Task<Desk> KeptAsync()
    {
        var desk = await Desk.NewAsync();
        desk.Cache = new BoardCache(desk.Feed, desk.Clock);
        return desk;
    }
}
