using Dashboard.Application.Changes;
using Dashboard.Application.Connections;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Dashboard.UnitTests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.Changes.OperationIds;

/// <summary>An upsert takes no associations: they are made behind it, before the creation counts as done.</summary>
public sealed class LinksOfNewTasksTests
{
    [Fact]
    public async Task A_hundred_new_tasks_with_a_record_each_are_two_calls()
    {
        await using var rig = await Keyed.StartAsync();
        var contact = await rig.ContactAsync();
        for (var n = 0; n < 100; n++)
        {
            await rig.CreateAsync($"For Ada {n}", null, contact);
        }

        await rig.SendAsync();
        Assert.Equal((1, 1, 0), (await rig.CallsAsync("batch/upsert"), await rig.CallsAsync("associate/default"), await rig.WaitingAsync()));
        await using var db = rig.Hub.Open();
        var made = await db.Tasks.Where(t => t.Subject!.StartsWith("For Ada ")).Select(t => t.Id).ToListAsync();
        Assert.Equal(100, await db.TaskLinks.CountAsync(l => made.Contains(l.TaskId) && l.RecordId == contact));
        Assert.Equal([new RemoteLink("0-1", contact)], (await ReadAsync(rig, made[0])).Links!);
    }

    /// <summary>Guard: the creation stays open until its associations are made.</summary>
    [Theory]
    [InlineData("reset")]
    [InlineData("drop")]
    public async Task An_association_whose_answer_is_lost_is_made_again_without_a_second_task(string kind)
    {
        await using var rig = await Keyed.StartAsync(new FakeClock(TimeProvider.System.GetUtcNow()));
        var contact = await rig.ContactAsync();
        await rig.Hub.FaultAsync(new { method = "POST", path = "associate/default$", count = 1 }, new { kind });
        var saved = await rig.CreateAsync("With Ada", null, contact);
        await rig.SendAsync();
        Assert.Equal(ChangeState.Checking, await rig.StateAsync(saved.Change!.Value));

        await rig.Hub.RestartAsync();
        await rig.SendUntilDoneAsync(saved.Change.Value);
        var id = (await rig.LookAsync(saved.Change.Value)).Change.TaskId;
        Assert.Single(await rig.MadeAsync("With Ada"));
        Assert.Equal([new RemoteLink("0-1", contact)], (await ReadAsync(rig, id)).Links!);
    }

    [Fact]
    public async Task A_record_that_is_gone_costs_the_association_and_not_the_task()
    {
        await using var rig = await Keyed.StartAsync();
        var contact = await rig.ContactAsync();
        var saved = await rig.CreateAsync("With two", null, contact, 987_654_321);
        await rig.SendAsync();

        var (task, change) = await rig.LookAsync(saved.Change!.Value);
        Assert.Equal((ChangeState.Done, TaskChangeState.Refused), (change.State, task!.ChangeState));
        await using var db = rig.Hub.Open();
        Assert.Equal([contact], await db.TaskLinks.Where(l => l.TaskId == task.Id).Select(l => l.RecordId).ToListAsync());
        var link = await db.Changes.SingleAsync(c => c.TaskId == task.Id && c.Kind == ChangeKind.Link);
        Assert.Equal((ChangeState.Refused, "0-1/987654321"), (link.State, link.Targets));
        Assert.NotEmpty(link.Reason!);

        Assert.True((await rig.Hub.Get<DropChange>().RunAsync(rig.Hub.Actor, link.Id, default)).Ok);
        Assert.Equal(TaskChangeState.Saved, (await rig.TaskAsync(task.Id))!.ChangeState);
    }

    [Fact]
    public async Task A_labelled_association_keeps_its_label()
    {
        await using var rig = await Keyed.StartAsync();
        var contact = await rig.ContactAsync();
        var contacts = RecordKind.Standard[0];
        var labels = await CallAsync(rig, access => rig.Hub.Get<IHubSpotRecords>().LabelsAsync(access, contacts, default));
        var label = labels.First(l => l.Name is not null);
        var saved = await rig.CreateAsync("Labelled", null, contact);
        await using (var db = rig.Hub.Open())
        {
            var targets = LinkTarget.Write([new LinkTarget("0-1", contact, new LinkLabel(label.Category, label.TypeId))]);
            await db.Changes.Where(c => c.Id == saved.Change).ExecuteUpdateAsync(set => set.SetProperty(c => c.Targets, targets));
        }

        await rig.SendAsync();
        var id = (await rig.LookAsync(saved.Change!.Value)).Change.TaskId;
        var shown = await CallAsync(rig, access => rig.Hub.Get<IHubSpotRecords>().LabelledAsync(access, contacts, id, default));
        Assert.Equal([label.TypeId], shown.Select(l => l.Label.TypeId));
    }

    /// <summary>Order: what hangs on the association comes after it.</summary>
    [Fact]
    public async Task What_was_changed_before_hubspot_had_the_task_goes_out_after_it()
    {
        await using var rig = await Keyed.StartAsync();
        var contact = await rig.ContactAsync();
        var saved = await rig.CreateAsync("Changed early", null, contact);
        await rig.MoveAsync(saved.TaskId, "WAITING");
        await using (var db = rig.Hub.Open())
        {
            var task = await db.Tasks.SingleAsync(t => t.Id == saved.TaskId);
            await rig.Hub.Get<ChangeQueue>().AcceptLinksAsync(db, rig.Hub.Actor, [new(Guid.CreateVersion7(), ChangeKind.Unlink, task, new LinkTarget("0-1", contact))], default);
        }

        await rig.SendAsync();
        var id = (await rig.LookAsync(saved.Change!.Value)).Change.TaskId;
        var remote = await ReadAsync(rig, id);
        Assert.Equal(("WAITING", 0, 0), (remote.Properties[TaskProperty.Status], remote.Links!.Count, await rig.WaitingAsync()));
    }

    private static Task<RemoteTask> ReadAsync(Moves rig, long id) => CallAsync(rig, access => rig.Hub.Get<IHubSpotTasks>().ReadAsync(access, id, RecordKind.Standard, default));

    private static async Task<T> CallAsync<T>(Moves rig, Func<PortalAccess, Task<Result<T>>> call) =>
        (await rig.Hub.Get<TokenSource>().CallAsync(rig.Hub.Workspace.Id, CallPriority.Person, call, default)).Value;
}
