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
}
