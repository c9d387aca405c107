using Bunit;
using Dashboard.Application.Changes;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Bulk;
using Dashboard.Application.Workspaces;
using Dashboard.UnitTests.Support;
using Dashboard.Web.Features.Bulk;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dashboard.UnitTests.Tasks.Pages;

/// <summary>A run over many tasks while HubSpot takes it, and what can be done about the rest.</summary>
public sealed class BulkRunTests : PageContext
{
    private static readonly Guid Batch = Guid.CreateVersion7();

    [Fact]
    public async Task Progress_and_each_refusal_are_shown()
    {
        await BeginAsync(Role.Member);
        await SettleAsync(1, ChangeState.Done);
        await SettleAsync(2, ChangeState.Refused, "HubSpot did not accept this: <b>no</b>.");

        var run = Draw();

        Assert.Equal("1 of 3 tasks done in HubSpot, 1 on the way, 1 not accepted", run.Find("[data-bulk-state]").TextContent);
        Assert.Equal(("3", "2", "false"), (run.Find("progress").GetAttribute("max"), run.Find("progress").GetAttribute("value"), run.Find("[data-over]").GetAttribute("data-over")));
        var failure = Assert.Single(run.FindAll("[data-bulk-failures] > li"));
        Assert.Equal("Task 2 HubSpot did not accept this: <b>no</b>.", failure.TextContent.Trim());
        Assert.Contains("task=2", failure.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_failed_ones_alone_are_sent_again()
    {
        await BeginAsync(Role.Member);
        await SettleAsync(1, ChangeState.Done);
        await SettleAsync(2, ChangeState.Refused, "No.");
        await SettleAsync(3, ChangeState.Done);
        var run = Draw();
        Assert.Equal("Try the failed one again", run.Find("[data-bulk-retry]").TextContent);
        Assert.Empty(run.FindAll("progress"));

        await run.Find("[data-bulk-retry]").ClickAsync(new());

        run.WaitForAssertion(() => Assert.Equal("2 of 3 tasks done in HubSpot, 1 on the way", run.Find("[data-bulk-state]").TextContent));
        Assert.Equal(2, Assert.Single(await Desk.ChangesAsync(), c => c.State == ChangeState.Waiting).TaskId);
        Assert.Empty(run.FindAll("[data-bulk-retry], [data-bulk-failures]"));
    }

    [Fact]
    public async Task A_viewer_sees_how_it_went_and_has_no_buttons()
    {
        await BeginAsync(Role.Viewer);
        await SettleAsync(2, ChangeState.Refused, "No.");

        var run = Draw();

        Assert.Contains("1 not accepted", run.Find("[data-bulk-state]").TextContent);
        Assert.Empty(run.FindAll("button"));
    }

    private async Task BeginAsync(Role role)
    {
        await SitAsync(role);
        foreach (var id in new[] { 1, 2, 3 })
        {
            await Desk.AddAsync(id);
        }

        var started = await Services.GetRequiredService<RunBulk>().RunAsync(Desk.Actor, Batch, [1, 2, 3], BulkWish.Set(TaskProperty.Priority, "HIGH"), TimeZoneInfo.Utc, default);
        Assert.True(started.Ok, started.Failure?.Sentence);
    }

    private async Task SettleAsync(long task, ChangeState state, string? reason = null)
    {
        await using var db = Desk.Open();
        await db.Changes.Where(c => c.TaskId == task).ExecuteUpdateAsync(set => set.SetProperty(c => c.State, state).SetProperty(c => c.Reason, reason));
        if (state == ChangeState.Refused)
        {
            // The row goes back to HubSpot's value.
            await db.Tasks.Where(t => t.Id == task).ExecuteUpdateAsync(set => set.SetProperty(t => t.Priority, (string?)null));
        }
    }

    private IRenderedComponent<BulkRun> Draw()
    {
        var run = Render<BulkRun>(p => p.Add(r => r.Batch, Batch).Add(r => r.Workspace, Workspace));
        run.WaitForElement("[data-bulk-failures], [data-bulk-undo], progress, [data-over=true]");
        return run;
    }
}
