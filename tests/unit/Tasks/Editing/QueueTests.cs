using Dashboard.Application.Kernel;
using Dashboard.Application.Records;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Editing;
using Dashboard.UnitTests.Board;
using Xunit;

namespace Dashboard.UnitTests.Tasks.Editing;

public sealed class QueueTests
{
    [Fact]
    public async Task Queues_are_those_tasks_stand_in_with_counts_and_names_where_the_portal_tells_them()
    {
        await using var desk = await Desk.NewAsync();
        await AddAsync(desk, 1, "7;8");
        await AddAsync(desk, 2, "8", closed: true);
        await AddAsync(desk, 3, null);
        await using (var db = desk.Open())
        {
            db.PropertyOptions.Add(new PropertyOption { WorkspaceId = desk.Workspace, Property = TaskProperty.Queues, Value = "9", Label = "Renewals" });
            await db.SaveChangesAsync();
        }

        var known = (await new ShowQueues(desk.Databases).RunAsync(desk.Actor, default)).Value;

        Assert.Equal([new KnownQueue("9", "Renewals", 0, 0), new KnownQueue("8", null, 2, 1), new KnownQueue("7", null, 1, 1)], known);
    }

    [Theory]
    [InlineData("Renewals")]
    [InlineData("7,8")]
    [InlineData("-7")]
    public async Task A_queue_typed_by_name_is_refused_with_a_sentence_beside_the_field(string typed)
    {
        await using var desk = await Desk.NewAsync();
        await desk.AddAsync(1);
        var saved = await desk.EditAsync(new TaskEdit(Guid.NewGuid(), 1, new Dictionary<string, string?> { [TaskProperty.Queues] = typed }));
        Assert.Contains("number in HubSpot", Assert.IsType<Failure.Unfit>(saved.Failure).Fields[TaskProperty.Queues]);
    }

    private static async Task AddAsync(Desk desk, long id, string? queues, bool closed = false)
    {
        await desk.AddAsync(id, t => t.IsClosed = closed);
        await using var db = desk.Open();
        db.TaskNotes.Add(new TaskNotes { WorkspaceId = desk.Workspace, TaskId = id, Html = "<p>x</p>", QueueIds = queues });
        await db.SaveChangesAsync();
    }
}
