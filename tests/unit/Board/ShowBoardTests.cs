using Dashboard.Application.Board;
using Dashboard.Application.Kernel;
using Dashboard.Application.Records;
using Dashboard.Application.Tasks;
using Xunit;

namespace Dashboard.UnitTests.Board;

public sealed class ShowBoardTests
{
    [Fact]
    public async Task Columns_are_the_portals_statuses_in_its_order_and_unlisted_ones_get_a_column_of_their_own()
    {
        await using var desk = await Desk.NewAsync();
        await desk.AddAsync(1, t => t.Status = "BLOCKED_LEGACY");
        await desk.AddAsync(2, t => t.Status = null);

        var board = await desk.ShowAsync();

        Assert.Equal(["Not started", "In progress", "Waiting", "Completed", "Deferred", "Cancelled", "Other"], board.Columns.Select(c => c.Title));
        Assert.Equal([1, 2], board.Columns[^1].Cards.Select(c => c.Id));
        Assert.NotNull(board.Columns[^1].NoDrop);
    }

    [Fact]
    public async Task The_column_of_unlisted_statuses_is_absent_while_empty()
    {
        await using var desk = await Desk.NewAsync();
        Assert.DoesNotContain((await desk.ShowAsync()).Columns, c => c.Title == "Other");
    }

    [Fact]
    public async Task Counts_are_true_beyond_the_cards_read()
    {
        await using var desk = await Desk.NewAsync();
        for (var id = 1; id <= 40; id++)
        {
            await desk.AddAsync(id);
        }

        var column = await desk.ColumnAsync("status:NOT_STARTED");

        Assert.Equal(40, column.Count);
        Assert.Equal(ShowBoard.FirstCards, column.Cards.Count);
    }

    [Fact]
    public async Task Every_card_of_a_column_is_reached_once_by_its_windows()
    {
        await using var desk = await Desk.NewAsync();
        for (var id = 1; id <= 45; id++)
        {
            await desk.AddAsync(id, t => t.Due = Desk.Now.AddDays(1));
        }

        var seen = new List<long>();
        for (var skip = 0; skip < 45; skip += 10)
        {
            seen.AddRange((await desk.WindowAsync("status:NOT_STARTED", skip, 10)).Value.Cards.Select(c => c.Id));
        }

        Assert.Equal(Enumerable.Range(1, 45).Select(i => (long)i), seen.Order());
    }

    [Fact]
    public async Task My_tasks_are_the_default_and_what_is_not_shown_is_counted()
    {
        await using var desk = await Desk.NewAsync();
        await desk.AddAsync(1);
        await desk.AddAsync(2, t => t.OwnerId = Desk.Colleague);
        await desk.AddAsync(3, t => t.OwnerId = null);

        var mine = await desk.ShowAsync();
        var all = await desk.ShowAsync(new BoardQuery { Owner = OwnerFilter.Everyone });

        Assert.Equal((3, 2), (mine.Total, mine.NotShown));
        Assert.Equal((3, 0), (all.Total, all.NotShown));
    }

    [Fact]
    public async Task Old_closed_tasks_are_hidden_by_the_window_and_said_to_be()
    {
        await using var desk = await Desk.NewAsync();
        await desk.AddAsync(1, t => Close(t, Desk.Now.AddHours(-1)));
        await desk.AddAsync(2, t => Close(t, Desk.Now.AddDays(-3)));
        await desk.AddAsync(3, t => Close(t, Desk.Now.AddDays(-30)));

        var week = await desk.ColumnAsync("status:COMPLETED");
        var today = await desk.ColumnAsync("status:COMPLETED", new BoardQuery { Closed = ClosedWindow.Today });
        var all = await desk.ColumnAsync("status:COMPLETED", new BoardQuery { Closed = ClosedWindow.All });

        Assert.Equal((2, 1), (week.Count, week.Hidden));
        Assert.Equal((1, 2), (today.Count, today.Hidden));
        Assert.Equal([1L, 2, 3], all.Cards.Select(c => c.Id));
    }

    [Fact]
    public async Task Words_in_the_search_are_found_literally_whatever_they_hold()
    {
        await using var desk = await Desk.NewAsync();
        await desk.AddAsync(1, t => t.Subject = "Offer 100% ready_now");
        await desk.AddAsync(2, t => t.Subject = "Offer 1000 readyXnow");

        Assert.Equal(new long[] { 1L }, await desk.OrderAsync("status:NOT_STARTED", new BoardQuery { Text = "100% ready_" }));
        Assert.Equal(new long[] { 1L, 2 }, await desk.OrderAsync("status:NOT_STARTED", new BoardQuery { Text = "offer" }));
    }

    [Theory]
    [InlineData(DueBucket.Overdue, new[] { 1L })]
    [InlineData(DueBucket.Today, new[] { 2L })]
    [InlineData(DueBucket.Tomorrow, new[] { 3L })]
    [InlineData(DueBucket.NextWeek, new[] { 4L })]
    [InlineData(DueBucket.Later, new[] { 5L })]
    [InlineData(DueBucket.NoDate, new[] { 6L })]
    public async Task Each_task_is_in_one_due_bucket(DueBucket bucket, long[] expected)
    {
        await using var desk = await Desk.NewAsync();
        DateTimeOffset?[] dues = [Desk.Now.AddMinutes(-1), Desk.Now.AddHours(13.9), Desk.Now.AddHours(14), Desk.Now.AddDays(2), Desk.Now.AddDays(20), null];
        for (var i = 0; i < dues.Length; i++)
        {
            await desk.AddAsync(i + 1, t => t.Due = dues[i]);
        }

        Assert.Equal(expected, await desk.OrderAsync($"due:{bucket}", new BoardQuery { Group = BoardGrouping.Due }));
        Assert.Equal(expected, await desk.OrderAsync("status:NOT_STARTED", new BoardQuery { Due = bucket }));
    }

    [Fact]
    public async Task Grouping_by_owner_offers_active_colleagues_and_keeps_the_tasks_of_those_who_left()
    {
        await using var desk = await Desk.NewAsync();
        await desk.AddAsync(1, t => t.OwnerId = Desk.Gone);
        await desk.AddAsync(2, t => t.OwnerId = 999);

        var columns = (await desk.ShowAsync(new BoardQuery { Group = BoardGrouping.Owner, Owner = OwnerFilter.Everyone })).Columns;

        Assert.Equal(["Aiko Tanaka", "Daniel Reyes", "Lena Gone", "Owner 999", "Nobody"], columns.Select(c => c.Title));
        Assert.All(columns.Where(c => c.Count > 0), c => Assert.NotNull(c.NoDrop));
    }

    [Fact]
    public async Task A_card_names_its_first_record_and_counts_the_others()
    {
        await using var desk = await Desk.NewAsync();
        await desk.AddAsync(1);
        await using (var db = desk.Open())
        {
            db.TaskLinks.AddRange(new[] { ("0-1", 5L), ("0-2", 6L), ("0-3", 7L) }.Select(l => new TaskLink { WorkspaceId = desk.Workspace, TaskId = 1, ObjectType = l.Item1, RecordId = l.Item2 }));
            db.Records.Add(new CrmRecord { WorkspaceId = desk.Workspace, ObjectType = "0-1", Id = 5, Name = "Ana Ruiz" });
            await db.SaveChangesAsync();
        }

        Assert.Equal(new CardRecords("Ana Ruiz", 2), (await desk.ColumnAsync("status:NOT_STARTED")).Cards[0].Records);
    }

    [Fact]
    public async Task A_column_that_the_board_does_not_have_is_not_found()
    {
        await using var desk = await Desk.NewAsync();
        Assert.IsType<Failure.NotFound>((await desk.WindowAsync("status:'; drop table Tasks", 0, 10)).Failure);
    }

    private static void Close(CrmTask task, DateTimeOffset at) =>
        (task.Status, task.IsClosed, task.CompletedAt) = ("COMPLETED", true, at);
}
