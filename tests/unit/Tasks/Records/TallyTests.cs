using Dashboard.Application.Links;
using Dashboard.Application.Records;
using Dashboard.Application.Tasks;
using Dashboard.UnitTests.Board;
using Xunit;

namespace Dashboard.UnitTests.Tasks.Records;

public sealed class TallyTests
{
    [Fact]
    public async Task Open_tasks_are_counted_by_record_and_the_pin_is_seen()
    {
        await using var desk = await Desk.NewAsync();
        foreach (var (task, closed) in new[] { (1L, false), (2L, false), (3L, true) })
        {
            await desk.AddAsync(task, t => t.IsClosed = closed);
        }

        await using (var db = desk.Open())
        {
            // The same number under two types is two records.
            db.Records.Add(new CrmRecord { WorkspaceId = desk.Workspace, ObjectType = "0-1", Id = 50, Name = "Ana", PinnedTaskId = 1 });
            db.Records.Add(new CrmRecord { WorkspaceId = desk.Workspace, ObjectType = "0-2", Id = 50, Name = "Acme" });
            db.Records.Add(new CrmRecord { WorkspaceId = desk.Workspace, ObjectType = "0-2", Id = 51 });
            db.TaskLinks.AddRange(new[] { 1L, 2L, 3L }.Select(id => new TaskLink { WorkspaceId = desk.Workspace, TaskId = id, ObjectType = "0-1", RecordId = 50 }));
            db.TaskLinks.Add(new TaskLink { WorkspaceId = desk.Workspace, TaskId = 3, ObjectType = "0-2", RecordId = 50 });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var tally = await new TallyRecords(desk.Databases).OfAsync(desk.Actor, [("0-2", 50), ("0-1", 50), ("0-2", 51), ("0-3", 9)], TestContext.Current.CancellationToken);

        Assert.Equal([("Acme", 0, false), ("Ana", 2, true)], tally.Select(t => (t.Record.Name, t.OpenTasks, t.IsPinned)));
    }

    [Fact]
    public async Task Around_a_task_the_other_open_ones_of_each_record_are_counted()
    {
        await using var desk = await Desk.NewAsync();
        await AddAsync(desk, ("0-1", 50), open: [1, 2, 3], closed: [4]);
        await AddAsync(desk, ("0-2", 50), open: [1]);
        await AddAsync(desk, ("0-2", 51), open: [5]);

        var tally = await new TallyRecords(desk.Databases).BesidesAsync(desk.Actor, [("0-1", 50), ("0-2", 50), ("0-3", 9)], 1, TestContext.Current.CancellationToken);

        Assert.Equal((2, 0, 0), (tally[("0-1", 50)], tally.GetValueOrDefault(("0-2", 50)), tally.GetValueOrDefault(("0-3", 9))));
        Assert.Equal(3, (await new TallyRecords(desk.Databases).BesidesAsync(desk.Actor, [("0-1", 50)], 4, TestContext.Current.CancellationToken))[("0-1", 50)]);
    }

    [Fact]
    public async Task More_records_take_no_more_queries()
    {
        await using var desk = await Desk.NewAsync();
        (string, long)[] records = [.. Enumerable.Range(1, 9).Select(n => ("0-1", (long)n))];
        foreach (var (record, at) in records.Select((r, i) => (r, i)))
        {
            await AddAsync(desk, record, open: [at + 1]);
        }

        var counted = desk.Counted;
        var tally = new TallyRecords(counted);
        foreach (var some in new[] { records[..1], records })
        {
            Assert.Equal(1, await counted.OfAsync(async () =>
                Assert.Equal(some.Length, (await tally.BesidesAsync(desk.Actor, some, 999, TestContext.Current.CancellationToken)).Count)));
        }
    }

    private static async Task AddAsync(Desk desk, (string Type, long Id) record, long[] open, params long[] closed)
    {
        await using var db = desk.Open();
        foreach (var task in open.Concat(closed))
        {
            if (!db.Tasks.Any(t => t.Id == task))
            {
                await desk.AddAsync(task, t => t.IsClosed = closed.Contains(task));
            }

            db.TaskLinks.Add(new TaskLink { WorkspaceId = desk.Workspace, TaskId = task, ObjectType = record.Type, RecordId = record.Id });
        }

        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
