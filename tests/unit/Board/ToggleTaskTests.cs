using Dashboard.Application.Board.Moving;
using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.Board;

/// <summary>Completing and reopening in one press.</summary>
public sealed class ToggleTaskTests
{
    [Theory]
    [InlineData("WAITING", false, "COMPLETED")]
    [InlineData("CANCELLED", true, "NOT_STARTED")]
    public async Task It_goes_to_the_portals_first_status_of_the_other_kind(string seen, bool closed, string expected)
    {
        await using var desk = await DeskAsync(seen, closed);

        var change = await ToggleAsync(desk, seen, closed);

        var (task, stored) = (await desk.TaskAsync(1), Assert.Single(await desk.ChangesAsync()));
        Assert.Equal((expected, !closed), (task.Status, task.IsClosed));
        Assert.Equal(stored.Id, change.Value);
        Assert.Equal(new FieldChange(seen, expected), FieldChange.Read(stored.Fields)[TaskProperty.Status]);
    }

    [Fact]
    public async Task A_status_the_portal_hides_is_passed_over()
    {
        await using var desk = await DeskAsync("WAITING", closed: false);
        await HideAsync(desk, "COMPLETED");

        Assert.True((await ToggleAsync(desk, "WAITING", wasClosed: false)).Ok);
        Assert.Equal("CANCELLED", (await desk.TaskAsync(1)).Status);
    }

    [Fact]
    public async Task Without_such_a_status_it_says_so_and_nothing_is_stored()
    {
        await using var desk = await DeskAsync("WAITING", closed: false);
        await HideAsync(desk, "COMPLETED", "CANCELLED");

        Assert.Equal("status", Assert.IsType<Failure.Invalid>((await ToggleAsync(desk, "WAITING", wasClosed: false)).Failure).Field);
        Assert.Empty(await desk.ChangesAsync());
    }

    [Fact]
    public async Task Completing_what_somebody_else_has_completed_does_not_reopen_it()
    {
        await using var desk = await DeskAsync("COMPLETED", closed: true);

        Assert.True((await ToggleAsync(desk, "WAITING", wasClosed: false)).Ok);
        Assert.True((await desk.TaskAsync(1)).IsClosed);
    }

    [Fact]
    public async Task A_press_told_twice_is_one_change()
    {
        await using var desk = await DeskAsync("WAITING", closed: false);
        var operation = Guid.NewGuid();

        var first = await ToggleAsync(desk, "WAITING", wasClosed: false, operation: operation);

        Assert.Equal(first.Value, (await ToggleAsync(desk, "WAITING", wasClosed: false, operation: operation)).Value);
        Assert.Single(await desk.ChangesAsync());
    }

    [Fact]
    public async Task A_viewer_is_refused()
    {
        await using var desk = await DeskAsync("WAITING", closed: false);

        Assert.IsType<Failure.Forbidden>((await ToggleAsync(desk, "WAITING", wasClosed: false, desk.As(Role.Viewer))).Failure);
        Assert.Equal("WAITING", (await desk.TaskAsync(1)).Status);
    }

    [Fact]
    public async Task A_task_of_another_workspace_looks_absent()
    {
        await using var desk = await DeskAsync("WAITING", closed: false);
        var stranger = desk.As(Role.Owner) with { Workspace = WorkspaceId.New() };
        await using (var theirs = desk.Databases.Open(stranger.Workspace))
        {
            theirs.PropertyOptions.Add(new() { WorkspaceId = stranger.Workspace, Property = TaskProperty.Status, Value = "COMPLETED", Label = "Completed", IsClosed = true });
            await theirs.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        Assert.IsType<Failure.NotFound>((await ToggleAsync(desk, "WAITING", wasClosed: false, stranger)).Failure);
        Assert.Equal("WAITING", (await desk.TaskAsync(1)).Status);
    }

    private static async Task<Desk> DeskAsync(string status, bool closed)
    {
        var desk = await Desk.NewAsync();
        await desk.AddAsync(1, t => (t.Status, t.IsClosed) = (status, closed));
        return desk;
    }

    private static Task<Result<Guid?>> ToggleAsync(Desk desk, string seen, bool wasClosed, Actor? actor = null, Guid? operation = null) =>
        new ToggleTask(desk.Databases, new MoveTask(desk.Databases, desk.Queue, desk.Clock))
            .RunAsync(actor ?? desk.Actor, new TaskToggle(operation ?? Guid.NewGuid(), 1, seen, wasClosed), Desk.Berlin, TestContext.Current.CancellationToken);

    private static async Task HideAsync(Desk desk, params string[] statuses)
    {
        await using var db = desk.Open();
        await db.PropertyOptions.Where(o => o.Property == TaskProperty.Status && statuses.Contains(o.Value)).ExecuteUpdateAsync(o => o.SetProperty(x => x.IsHidden, true));
    }
}
