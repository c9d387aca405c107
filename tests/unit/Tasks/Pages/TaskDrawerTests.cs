using Bunit;
using Dashboard.Application.Changes;
using Dashboard.Application.Tasks;
using Dashboard.Application.Workspaces;
using Dashboard.UnitTests.Support;
using Dashboard.Web.Features.Tasks;
using Dashboard.Web.Shell;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.Tasks.Pages;

/// <summary>The drawer with everything behind it but HubSpot.</summary>
public sealed class TaskDrawerTests : PageContext
{
    private const string Priority = "[data-field=hs_task_priority]";

    [Fact]
    public async Task A_viewer_sees_every_field_and_no_way_to_change_one()
    {
        var drawer = await OpenAsync(Role.Viewer);

        Assert.Contains("Task 7", drawer.Find("h2").TextContent);
        Assert.Contains("High", drawer.Markup, StringComparison.Ordinal);
        Assert.Empty(drawer.FindAll("input, select, textarea, [contenteditable], [data-complete], [data-delete], [data-unlink], [data-label]"));
    }

    [Fact]
    public async Task A_member_gets_them_all() =>
        Assert.Equal(3, (await OpenAsync(Role.Member)).FindAll($"[data-complete], [data-delete], {Priority} select").Count);

    [Fact]
    public async Task A_refused_field_says_HubSpots_sentence_and_what_was_not_taken()
    {
        await SitAsync(Role.Member);
        await AddAsync();
        var edit = await Desk.EditAsync(new(Guid.NewGuid(), 7, new Dictionary<string, string?> { [TaskProperty.Priority] = "LOW" }), Workspace.Actor);
        await using (var db = Desk.Open())
        {
            await db.Changes.Where(c => c.Id == edit.Value.Change).ExecuteUpdateAsync(set => set
                .SetProperty(c => c.State, ChangeState.Refused).SetProperty(c => c.Reason, "HubSpot did not accept this: <b>Outcome</b> is required."));
            await db.Tasks.ExecuteUpdateAsync(set => set.SetProperty(t => t.Priority, "HIGH").SetProperty(t => t.ChangeState, TaskChangeState.Refused));
        }

        var field = Draw().Find(Priority);

        var refused = field.QuerySelector("[role=alert]")!;
        Assert.Contains("<b>Outcome</b> is required.", refused.TextContent);
        Assert.Contains("Low", refused.TextContent);
        Assert.Equal(["Edit it", "Try again", "Let it be"], refused.QuerySelectorAll("button").Select(b => b.TextContent));
        Assert.Equal("HIGH", field.QuerySelector("option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_conflict_shows_both_values_and_either_can_be_kept()
    {
        var drawer = await OpenAsync(Role.Member);
        await using (var db = Desk.Open())
        {
            await db.Tasks.ExecuteUpdateAsync(set => set.SetProperty(t => t.Priority, "LOW"));
        }

        await drawer.Find($"{Priority} select").ChangeAsync("MEDIUM");

        var overtaken = drawer.WaitForElement($"{Priority} .overtaken");
        Assert.Equal(["Theirs Low", "Yours Medium"], overtaken.QuerySelectorAll("p").Skip(1).Take(2).Select(p => p.TextContent.Trim()));
        Assert.Empty(await Desk.ChangesAsync());

        await overtaken.QuerySelectorAll("button").Single(b => b.TextContent == "Use mine").ClickAsync(new());
        drawer.WaitForAssertion(() => Assert.Empty(drawer.FindAll(".overtaken")));
        Assert.Equal("MEDIUM", FieldChange.Read(Assert.Single(await Desk.ChangesAsync()).Fields)[TaskProperty.Priority].After);
    }

    [Fact]
    public async Task What_cannot_be_taken_is_said_beside_its_field_and_stays_typed()
    {
        var drawer = await OpenAsync(Role.Member);
        await drawer.Find("#drawer-queues").ChangeAsync("Renewals");

        drawer.WaitForAssertion(() => Assert.Contains("number in HubSpot", drawer.Find("[data-field=hs_queue_membership_ids] [role=alert]").TextContent));
        Assert.Equal("Renewals", drawer.Find("#drawer-queues").GetAttribute("value"));
    }

    private async Task<IRenderedComponent<TaskDrawer>> OpenAsync(Role role)
    {
        await SitAsync(role);
        await AddAsync();
        return Draw();
    }

    private Task<CrmTask> AddAsync() => Desk.AddAsync(7, t => t.Priority = "HIGH");

    private IRenderedComponent<TaskDrawer> Draw()
    {
        var drawer = Render<TaskDrawer>(p => p.Add(d => d.TaskId, 7).AddCascadingValue(Workspace).AddCascadingValue(ViewerSettings.Unknown));
        drawer.WaitForElement("#drawer-title");
        return drawer;
    }
}
