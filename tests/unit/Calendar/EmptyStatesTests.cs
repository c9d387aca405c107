using Bunit;
using Dashboard.Application.Board;
using Dashboard.Application.Sync;
using Dashboard.Application.Workspaces;
using Dashboard.UnitTests.Support;
using Dashboard.Web.Cards;
using Dashboard.Web.Features.Calendar;
using Dashboard.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dashboard.UnitTests.Calendar;

/// <summary>What a calendar shows where there is nothing to show.</summary>
public sealed class EmptyStatesTests : PageContext
{
    [Fact]
    public async Task Before_the_first_task_the_page_says_why_and_shows_no_days()
    {
        var page = await DrawAsync(Role.Owner, "");

        Assert.Contains("Your team's HubSpot tasks will stand here", page.Find(".no-tasks").TextContent, StringComparison.Ordinal);
        Assert.EndsWith("/settings/connection", page.Find(".no-tasks a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.True(page.Find("[data-calendar]").HasAttribute("hidden"));
    }

    [Fact]
    public async Task With_one_task_anywhere_the_days_are_there()
    {
        var page = await DrawAsync(Role.Member, "", tasks: 1);

        Assert.Empty(page.FindAll(".no-tasks"));
        Assert.False(page.Find("[data-calendar]").HasAttribute("hidden"));
    }

    [Fact]
    public async Task An_agenda_without_tasks_says_so_and_offers_one_on_its_first_day()
    {
        var page = await DrawAsync(Role.Member, "show=agenda&date=2030-03-04", tasks: 1);

        Assert.Contains("Nothing is due from Mon 4 Mar 2030 to Sun 31 Mar 2030", page.Find("[data-none-due]").TextContent, StringComparison.Ordinal);
        Assert.Contains("new=day%3A2030-03-04", page.Find("[data-none-due] a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(28, page.FindAll(".agenda [data-zone]").Count);
    }

    [Fact]
    public async Task An_agenda_with_a_task_says_nothing_of_the_kind() =>
        Assert.Empty((await DrawAsync(Role.Member, "show=agenda&date=2026-11-21", tasks: 1)).FindAll("[data-none-due]"));

    [Fact]
    public async Task A_viewer_is_offered_no_task()
    {
        var page = await DrawAsync(Role.Viewer, "show=agenda&date=2030-03-04", tasks: 1);

        Assert.Empty(page.FindAll("[data-none-due] a"));
    }

    [Theory]
    [InlineData(false, SyncPhase.Live, Role.Member, "An admin of this workspace can connect it")]
    [InlineData(true, SyncPhase.New, Role.Member, "The first tasks are on their way")]
    [InlineData(true, SyncPhase.Live, Role.Member, "This portal has no tasks yet")]
    public async Task Each_reason_has_its_words(bool connected, SyncPhase phase, Role role, string words)
    {
        await SitAsync(role);

        var part = Render<NoTasks>(p => p.Add(n => n.Freshness, new BoardFreshness(connected, false, phase, 0, null, null)).Add(n => n.Workspace, Workspace).Add(n => n.NewAddress, "/x?new=1"));

        Assert.Contains(words, part.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_toolbars_switches_are_buttons_that_change_the_address()
    {
        var page = await DrawAsync(Role.Member, "date=2026-11-21", tasks: 1);
        var navigation = Services.GetRequiredService<NavigationManager>();

        await page.Find("button[data-done]").ClickAsync(new());
        Assert.Contains("done=hide", navigation.Uri, StringComparison.Ordinal);
        await page.Find("button[data-tray]").ClickAsync(new());
        Assert.Contains("tray=hide", navigation.Uri, StringComparison.Ordinal);
        Assert.Equal("true", page.Find("button[data-done]").GetAttribute("aria-pressed"));
    }

    private async Task<IRenderedComponent<CalendarPage>> DrawAsync(Role role, string query, int tasks = 0)
    {
        await SitAsync(role);
        Services.AddCards().AddCalendarPages().AddScoped<Dashboard.Web.Live.WantedDesk>();
        for (var id = 1; id <= tasks; id++)
        {
            await Desk.AddAsync(id);
        }

        Services.GetRequiredService<NavigationManager>().NavigateTo($"/w/{Slug}/calendar?owner=all&{query}");
        var page = Render<CalendarPage>(p => p.Add(l => l.Slug, Slug).AddCascadingValue(Workspace).AddCascadingValue(ViewerSettings.Unknown));
        page.WaitForElement("[data-calendar]");
        return page;
    }
}
