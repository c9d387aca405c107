using Bunit;
using Dashboard.Application.Changes;
using Dashboard.Application.Workspaces;
using Dashboard.UnitTests.Support;
using Dashboard.Web.Features.Changes;
using Dashboard.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dashboard.UnitTests.Changes;

/// <summary>The page of changes as it is drawn, with the use cases behind it.</summary>
public sealed class ChangesPageTests : PageContext
{
    [Fact]
    public async Task A_refused_change_says_why_what_helps_and_what_can_be_done()
    {
        var page = await DrawAsync(Role.Member, ChangeState.Refused);
        var line = page.Find("[data-standing=refused]");

        Assert.Contains("Not started", line.QuerySelector(".old")!.TextContent);
        Assert.Contains("Waiting", line.QuerySelector(".new")!.TextContent);
        Assert.Contains("Closing needs a call outcome.", line.TextContent);
        Assert.Contains("c-17", line.QuerySelector("details")!.TextContent);
        Assert.Equal(["Try again", "Change it…", "Let it be"], line.QuerySelectorAll(".actions .button").Select(b => b.TextContent.Trim()));
        Assert.Contains("task=1", line.QuerySelector("a.task")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_viewer_reads_and_cannot_act()
    {
        var page = await DrawAsync(Role.Viewer, ChangeState.Refused, ChangeState.Done, ChangeState.Waiting);
        Assert.Equal(3, page.FindAll("[data-change]").Count);
        Assert.Empty(page.FindAll("[data-retry], [data-let-be], [data-take-back], [data-edit]"));
    }

    [Fact]
    public async Task Letting_be_takes_the_line_away_and_says_so()
    {
        var page = await DrawAsync(Role.Member, ChangeState.Refused);
        await ClickAsync(page, "[data-let-be]");

        Assert.Empty(page.FindAll("[data-change]"));
        Assert.Contains("Let be: Task 1", page.Find(".undo").TextContent);
        Assert.Equal(ChangeState.Dropped, Assert.Single(await Desk.ChangesAsync()).State);
    }

    [Fact]
    public async Task Where_somebody_put_another_value_it_is_said_and_only_then_set_back()
    {
        var page = await DrawAsync(Role.Member, ChangeState.Done);
        await ClickAsync(page, "[data-take-back]");

        Assert.Contains("Status is now Not started", page.Find(".overtaken").TextContent.ReplaceLineEndings(" "));
        Assert.Single(await Desk.ChangesAsync());
    }

    [Fact]
    public async Task The_filter_is_in_the_address_and_an_empty_one_leads_back()
    {
        var page = await DrawAsync(Role.Member, "?state=refused", ChangeState.Done);
        Assert.Contains("Nothing is refused now", page.Find(".nothing").TextContent);
        Assert.Equal("true", page.Find("[data-standing-filter=refused]").GetAttribute("aria-current"));
        Assert.Contains("/changes", page.Find(".nothing a").GetAttribute("href"));
        Assert.DoesNotContain("state=", page.Find(".nothing a").GetAttribute("href"));
    }

    [Fact]
    public async Task A_change_that_arrives_shows_up_by_itself_and_in_the_navigation()
    {
        var page = await DrawAsync(Role.Member);
        var entry = Render<ChangesEntry>(p => p.Add(e => e.View, Workspace));
        Assert.Empty(page.FindAll("[data-change]"));
        await using (var db = Desk.Open())
        {
            await Desk.Queue.AcceptAsync(db, Workspace.Actor, await db.Tasks.FirstAsync(), new Intent(Guid.NewGuid(), new Dictionary<string, string?> { ["hs_task_status"] = "WAITING" }), default);
        }

        await Eventually.TrueAsync(() =>
        {
            Desk.Clock.Advance(TimeSpan.FromSeconds(1));
            return Task.FromResult(page.FindAll("[data-standing=saving]").Count == 1 && entry.FindAll("[data-moving='1']").Count == 1);
        });
        Assert.Equal("Changes, 1 on the way", entry.Find("a").GetAttribute("aria-label"));
    }

    private static async Task ClickAsync(IRenderedComponent<ChangesPage> page, string button)
    {
        page.WaitForElement(button);
        await page.InvokeAsync(() => page.Find(button).ClickAsync(new()));
    }

    private Task<IRenderedComponent<ChangesPage>> DrawAsync(Role role, params ChangeState[] states) => DrawAsync(role, "", states);

    private async Task<IRenderedComponent<ChangesPage>> DrawAsync(Role role, string query, params ChangeState[] states)
    {
        await SitAsync(role);
        await using (var db = Desk.Open())
        {
            for (var id = 1; id <= Math.Max(1, states.Length); id++)
            {
                await Desk.AddAsync(id);
            }

            foreach (var (state, at) in states.Select((state, at) => (state, at)))
            {
                var change = JournalTests.Made(Desk, at + 1, state, Workspace.Actor.PersonId);
                (change.Reason, change.CorrelationId) = state == ChangeState.Refused ? ("HubSpot did not accept this: Closing needs a call outcome.", "c-17") : (null, null);
                db.Changes.Add(change);
            }

            await db.SaveChangesAsync();
        }

        Services.GetRequiredService<NavigationManager>().NavigateTo($"/w/{Slug}/changes{query}");
        return Render<ChangesPage>(p => p.Add(c => c.Slug, Slug).AddCascadingValue(Workspace).AddCascadingValue(ViewerSettings.Unknown));
    }
}
