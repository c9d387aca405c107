using Dashboard.Application.Board;
using Dashboard.Application.Board.Table;
using Xunit;

namespace Dashboard.UnitTests.Board;

public sealed class TableTests
{
    private static readonly BoardQuery All = new() { Owner = OwnerFilter.Everyone, Closed = ClosedWindow.All };

    [Fact]
    public async Task Pages_of_every_order_hold_each_task_once()
    {
        await using var desk = await Desk.NewAsync();
        for (var id = 1; id <= 23; id++)
        {
            await desk.AddAsync(id, t => (t.Priority, t.OwnerId) = (id % 3 == 0 ? null : "HIGH", id % 2 == 0 ? Desk.Me : Desk.Colleague));
        }

        foreach (var sort in Enum.GetValues<TableSort>())
        {
            foreach (var descending in new[] { false, true })
            {
                var ids = new List<long>();
                for (var skip = 0; skip < 23; skip += 10)
                {
                    var page = (await desk.Tables.RunAsync(desk.Actor, new TableQuery(All, sort, descending, skip, 10), Desk.Berlin, default)).Value;
                    Assert.Equal(23, page.Total);
                    ids.AddRange(page.Rows.Select(r => r.Card.Id));
                }

                Assert.Equal(23, ids.Distinct().Count());
                Assert.Equal((await desk.Tables.IdsAsync(desk.Actor, new TableQuery(All, sort, descending), Desk.Berlin, default)).Value, ids);
            }
        }
    }

    [Fact]
    public async Task Filters_are_the_board_s()
    {
        await using var desk = await Desk.NewAsync();
        await desk.AddAsync(1, t => t.Status = "WAITING");
        await desk.AddAsync(2);
        await desk.AddAsync(3, t => (t.Status, t.IsClosed, t.CompletedAt) = ("COMPLETED", true, Desk.Now.AddDays(-30)));

        Assert.Equal(new[] { 1L }, await IdsAsync(desk, All with { Statuses = ["WAITING"] }));
        Assert.Equal(new[] { 1L, 2 }, await IdsAsync(desk, All with { Closed = ClosedWindow.SevenDays }));
        Assert.Equal(new[] { 2L }, await IdsAsync(desk, All with { Text = "Task 2" }));
    }

    [Fact]
    public async Task One_task_after_another_until_the_list_is_through()
    {
        await using var desk = await Desk.NewAsync();
        foreach (var id in new[] { 1, 2, 3 })
        {
            await desk.AddAsync(id);
        }

        var next = new NextInList(desk.Databases, desk.Clock);
        var seen = new List<long>();
        for (long? at = null; ;)
        {
            var step = (await next.RunAsync(desk.Actor, new TableQuery(All), Desk.Berlin, at, seen, default)).Value;
            if (step.TaskId is not { } id)
            {
                break;
            }

            seen.Add(id);
            at = id;
        }

        Assert.Equal([1L, 2, 3], seen);
        Assert.Equal(2, (await next.RunAsync(desk.Actor, new TableQuery(All), Desk.Berlin, 1, [1], default)).Value.TaskId);
    }

    private static async Task<long[]> IdsAsync(Desk desk, BoardQuery filter) =>
        [.. (await desk.Tables.RunAsync(desk.Actor, new TableQuery(filter), Desk.Berlin, default)).Value.Rows.Select(r => r.Card.Id)];
}
