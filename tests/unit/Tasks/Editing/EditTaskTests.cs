using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Editing;
using Dashboard.Application.Workspaces;
using Dashboard.UnitTests.Board;
using Xunit;

namespace Dashboard.UnitTests.Tasks.Editing;

public sealed class EditTaskTests
{
    [Fact]
    public async Task Every_field_is_changed_in_one_change()
    {
        await using var desk = await Desk.NewAsync();
        await desk.AddAsync(1);
        var saved = await EditAsync(desk, new()
        {
            [TaskProperty.Subject] = "  New title ", [TaskProperty.Body] = "<p>Note</p>", [TaskProperty.Status] = "WAITING", [TaskProperty.Priority] = "HIGH",
            [TaskProperty.Type] = "CALL", [TaskProperty.Owner] = "12", [TaskProperty.Due] = "2026-11-24T15:00", [TaskProperty.Reminders] = "2026-11-24T14:00;2026-11-23T09:00", [TaskProperty.Queues] = "7;7;8",
        });

        Assert.True(saved.Ok, saved.Failure?.Sentence);
        var fields = FieldChange.Read(Assert.Single(await desk.ChangesAsync()).Fields);
        Assert.Equal("New title", fields[TaskProperty.Subject].After);
        Assert.Equal("2026-11-24T14:00:00.000Z", fields[TaskProperty.Due].After);
        Assert.Equal("1795420800000;1795525200000", fields[TaskProperty.Reminders].After);
        Assert.Equal("7;8", fields[TaskProperty.Queues].After);
        Assert.Equal(9, fields.Count);
        Assert.Equal(TaskChangeState.Pending, (await desk.TaskAsync(1)).ChangeState);
    }

    [Theory]
    [InlineData(TaskProperty.Subject, "   ")]
    [InlineData(TaskProperty.Status, "")]
    [InlineData(TaskProperty.Status, "NO_SUCH")]
    [InlineData(TaskProperty.Status, "waiting")]
    [InlineData(TaskProperty.Priority, "URGENT")]
    [InlineData(TaskProperty.Type, "DANCE")]
    [InlineData(TaskProperty.Owner, "999")]
    [InlineData(TaskProperty.Owner, "13")]
    [InlineData(TaskProperty.Owner, "Ana")]
    [InlineData(TaskProperty.Due, "soon")]
    [InlineData(TaskProperty.Due, "2026-02-30")]
    [InlineData(TaskProperty.Due, "9999-12-31")]
    [InlineData(TaskProperty.Due, "0001-01-01")]
    [InlineData(TaskProperty.Due, "253402300799000")]
    [InlineData(TaskProperty.Reminders, "2026-12-31T10:00")]
    [InlineData(TaskProperty.Reminders, "later")]
    [InlineData(TaskProperty.Reminders, "1;2;3;4;5;6;7;8;9;10;11")]
    [InlineData(TaskProperty.Queues, "a")]
    [InlineData("hs_task_is_completed", "1")]
    [InlineData("no_such_property", "1")]
    public async Task A_field_that_cannot_be_taken_says_why_and_nothing_is_changed(string property, string value)
    {
        await using var desk = await Desk.NewAsync();
        await desk.AddAsync(1);
        var unfit = Assert.IsType<Failure.Unfit>((await EditAsync(desk, new() { [property] = value, [TaskProperty.Priority] = property == TaskProperty.Priority ? value : "LOW" })).Failure);
        Assert.Equal([property], unfit.Fields.Keys);
        Assert.Empty(await desk.ChangesAsync());
    }

    [Fact]
    public async Task Texts_end_where_hubspot_s_do()
    {
        await using var desk = await Desk.NewAsync();
        await desk.AddAsync(1);
        foreach (var property in new[] { TaskProperty.Subject, TaskProperty.Body })
        {
            Assert.IsType<Failure.Unfit>((await EditAsync(desk, new() { [property] = new string('a', 65_537) })).Failure);
        }

        Assert.True((await EditAsync(desk, new() { [TaskProperty.Subject] = new string('a', 65_536) })).Ok);
    }

    [Fact]
    public async Task All_bad_fields_are_told_at_once()
    {
        await using var desk = await Desk.NewAsync();
        await desk.AddAsync(1);
        var unfit = Assert.IsType<Failure.Unfit>((await EditAsync(desk, new() { [TaskProperty.Subject] = "", [TaskProperty.Due] = "x", [TaskProperty.Owner] = "1" })).Failure);
        Assert.Equal(3, unfit.Fields.Count);
    }

    [Fact]
    public async Task An_odd_value_of_the_portal_survives_an_edit_of_something_else()
    {
        await using var desk = await Desk.NewAsync();
        await desk.AddAsync(1, t => (t.Status, t.OwnerId) = ("ON_HOLD", Desk.Gone));
        var saved = await EditAsync(desk, new() { [TaskProperty.Status] = "ON_HOLD", [TaskProperty.Owner] = "13", [TaskProperty.Subject] = "Other" });
        Assert.True(saved.Ok, saved.Failure?.Sentence);
        Assert.Equal([TaskProperty.Subject], FieldChange.Read((await desk.ChangesAsync()).Single().Fields).Keys);
    }

    [Fact]
    public async Task A_due_date_without_a_time_keeps_the_time_and_an_empty_one_clears()
    {
        await using var desk = await Desk.NewAsync();
        await desk.AddAsync(1, t => t.Due = new DateTimeOffset(2026, 10, 20, 12, 30, 0, TimeSpan.Zero));
        await EditAsync(desk, new() { [TaskProperty.Due] = "2026-11-30" });
        Assert.Equal(new DateTimeOffset(2026, 11, 30, 13, 30, 0, TimeSpan.Zero), (await desk.TaskAsync(1)).Due);
        await EditAsync(desk, new() { [TaskProperty.Due] = "" });
        Assert.Null((await desk.TaskAsync(1)).Due);
    }

    [Fact]
    public async Task A_field_somebody_else_changed_meanwhile_is_a_conflict_with_its_value()
    {
        await using var desk = await Desk.NewAsync();
        await desk.AddAsync(1, t => t.Subject = "Theirs");
        var values = new Dictionary<string, string?> { [TaskProperty.Subject] = "Mine" };
        var edit = new TaskEdit(Guid.NewGuid(), 1, values) { Seen = new Dictionary<string, string?> { [TaskProperty.Subject] = "Before" } };

        var conflict = Assert.IsType<Failure.Conflict>((await desk.EditAsync(edit)).Failure);
        Assert.Equal("Theirs", conflict.Now![TaskProperty.Subject]);
        Assert.True((await desk.EditAsync(edit with { Seen = conflict.Now })).Ok);
    }

    [Fact]
    public async Task Viewers_and_strangers_are_turned_away()
    {
        await using var desk = await Desk.NewAsync();
        await desk.AddAsync(1);
        var edit = new TaskEdit(Guid.NewGuid(), 1, new Dictionary<string, string?> { [TaskProperty.Subject] = "x" });
        Assert.IsType<Failure.Forbidden>((await desk.EditAsync(edit, desk.As(Role.Viewer))).Failure);
        Assert.IsType<Failure.NotFound>((await desk.EditAsync(edit, new Actor(WorkspaceId.New(), Guid.NewGuid(), "S", Role.Owner))).Failure);
        Assert.IsType<Failure.NotFound>((await desk.EditAsync(edit with { TaskId = 2 })).Failure);
    }

    private static Task<Result<TaskSaved>> EditAsync(Desk desk, Dictionary<string, string?> values) => desk.EditAsync(new TaskEdit(Guid.NewGuid(), 1, values));
}
