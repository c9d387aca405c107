using Dashboard.Application.Board.Columns;
using Dashboard.Application.Connections;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Editing;
using Dashboard.UnitTests.Board;
using Xunit;

namespace Dashboard.UnitTests.Tasks.Editing;

public sealed class NewTaskTests
{
    [Fact]
    public async Task A_title_is_enough()
    {
        await using var desk = await ConnectedAsync();
        var saved = await Create(desk).RunAsync(desk.Actor, New(("hs_task_subject", "Ring Ada")), Desk.Berlin, default);

        var task = await desk.TaskAsync(saved.Value.TaskId);
        Assert.Equal(("Ring Ada", "NOT_STARTED", (long?)Desk.Me, TaskChangeState.Pending), (task.Subject, task.Status, task.OwnerId, task.ChangeState));
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 16, 0, 0, TimeSpan.Zero), task.Due);
    }

    [Theory]
    [InlineData(TaskProperty.Subject, "")]
    [InlineData(TaskProperty.Due, "")]
    [InlineData(TaskProperty.Due, "9999-12-31")]
    [InlineData(TaskProperty.Status, "NO_SUCH")]
    [InlineData(TaskProperty.Owner, "999")]
    public async Task A_bad_field_is_named_and_nothing_is_made(string property, string value)
    {
        await using var desk = await ConnectedAsync();
        var saved = await Create(desk).RunAsync(desk.Actor, New((TaskProperty.Subject, "x"), (property, value)), Desk.Berlin, default);
        Assert.Equal([property], Assert.IsType<Failure.Unfit>(saved.Failure).Fields.Keys);
        Assert.Empty(await desk.ChangesAsync());
    }

    [Fact]
    public async Task Without_a_portal_there_is_nowhere_to_make_it()
    {
        await using var desk = await Desk.NewAsync();
        Assert.IsType<Failure.NotConnected>((await Create(desk).RunAsync(desk.Actor, New((TaskProperty.Subject, "x")), Desk.Berlin, default)).Failure);
    }

    [Theory]
    [InlineData("status:WAITING", "WAITING", null, Desk.Me)]
    [InlineData("priority:HIGH", "NOT_STARTED", "HIGH", Desk.Me)]
    [InlineData("owner:12", "NOT_STARTED", null, Desk.Colleague)]
    [InlineData("due:Tomorrow", "NOT_STARTED", null, Desk.Me)]
    public async Task A_card_added_to_a_column_is_what_the_column_stands_for(string column, string status, string? priority, long owner)
    {
        await using var desk = await ConnectedAsync();
        var saved = await new AddCard(desk.Databases, Create(desk), desk.Clock).RunAsync(desk.Actor, New((TaskProperty.Subject, "x")), column, Desk.Berlin, default);

        var task = await desk.TaskAsync(saved.Value.TaskId);
        Assert.Equal((status, priority, (long?)owner), (task.Status, task.Priority, task.OwnerId));
        Assert.Equal(column.StartsWith("due", StringComparison.Ordinal) ? 22 : 21, TimeZoneInfo.ConvertTime(task.Due!.Value, Desk.Berlin).Day);
    }

    [Fact]
    public async Task A_follow_up_carries_over_what_it_is_about()
    {
        await using var desk = await ConnectedAsync();
        await desk.AddAsync(1, t => (t.Type, t.OwnerId, t.Priority, t.Due) = ("CALL", Desk.Gone, "HIGH", Desk.Now.AddHours(-20)));
        await using (var db = desk.Open())
        {
            db.TaskLinks.Add(new TaskLink { WorkspaceId = desk.Workspace, TaskId = 1, ObjectType = "0-1", RecordId = 5 });
            await db.SaveChangesAsync();
        }

        var next = (await new NextTask(desk.Databases, desk.Clock).RunAsync(desk.Actor, 1, Desk.Berlin, default)).Value;

        Assert.Equal(("CALL", "HIGH"), (next.Values[TaskProperty.Type], next.Values[TaskProperty.Priority]));
        Assert.Equal("11", next.Values[TaskProperty.Owner]);
        Assert.Equal("2026-11-25T13:00:00.000Z", next.Values[TaskProperty.Due]);
        Assert.Equal(5, Assert.Single(next.Records).Id);
    }

    private static CreateTask Create(Desk desk) => new(desk.Databases, desk.Queue, desk.Clock);

    private static NewTask New(params (string Property, string? Value)[] values)
    {
        var form = new Dictionary<string, string?>();
        foreach (var (property, value) in values)
        {
            form[property] = value;
        }

        return new NewTask(Guid.NewGuid(), form, []);
    }

    private static async Task<Desk> ConnectedAsync()
    {
        var desk = await Desk.NewAsync();
        await using var db = desk.Open();
        db.Connections.Add(new HubSpotConnection { WorkspaceId = desk.Workspace, HubId = 1, RefreshToken = [1], ConnectedBy = Guid.NewGuid(), ConnectedAt = Desk.Now });
        await db.SaveChangesAsync();
        return desk;
    }
}
