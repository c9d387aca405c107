using Bunit;
using Dashboard.Application.Workspaces;
using Dashboard.UnitTests.Support;
using Dashboard.Web.Features.List;
using Dashboard.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dashboard.UnitTests.Board;

/// <summary>The list's heads and rows as they are drawn; selecting itself is the page's script.</summary>
public sealed class ListPageTests : PageContext
{
    [Fact]
    public async Task A_member_can_select_each_row_all_of_the_page_and_all_that_match()
    {
        var page = await DrawAsync(Role.Member, 3);

        Assert.Equal("Select all rows of this page", page.Find("thead [data-pick-all]").GetAttribute("aria-label"));
        Assert.Equal(["Select Task 1", "Select Task 2", "Select Task 3"], page.FindAll("tbody [data-pick]").Select(box => box.GetAttribute("aria-label")));
        Assert.Equal("Select all 3 matching", page.Find("[data-select-all]").TextContent);
        Assert.Equal("true", page.Find("table").GetAttribute("aria-multiselectable"));
    }

    [Fact]
    public async Task A_viewer_selects_nothing()
    {
        var page = await DrawAsync(Role.Viewer, 2);

        Assert.Equal(2, page.FindAll("tbody tr").Count);
        Assert.Empty(page.FindAll("[data-pick], [data-pick-all], [data-select-all]"));
        Assert.Null(page.Find("table").GetAttribute("aria-multiselectable"));
    }

    [Fact]
    public async Task Heads_are_the_columns_of_the_address_in_its_order_and_say_what_is_sorted()
    {
        var page = await DrawAsync(Role.Member, 2, "&cols=owner,due&sort=-owner");

        Assert.Equal(["Subject", "Owner", "Due"], page.FindAll("thead th").Skip(1).Select(head => head.TextContent.Trim()));
        Assert.Equal(["none", "descending", "none"], page.FindAll("thead th").Skip(1).Select(head => head.GetAttribute("aria-sort")));
        await page.Find("thead .c-owner button").ClickAsync(new());
        Assert.Contains("sort=owner", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_say_their_place_in_the_whole_list_and_the_page_its_range()
    {
        var page = await DrawAsync(Role.Member, 103, "&page=2");

        Assert.Equal(["102", "103", "104"], page.FindAll("tbody tr").Select(row => row.GetAttribute("aria-rowindex")));
        Assert.Equal("101–103 of 103", page.Find(".pager [role=status]").TextContent);
    }

    private async Task<IRenderedComponent<ListPage>> DrawAsync(Role role, int tasks, string query = "")
    {
        await SitAsync(role);
        for (var id = 1; id <= tasks; id++)
        {
            await Desk.AddAsync(id);
        }

        Services.GetRequiredService<NavigationManager>().NavigateTo($"/w/{Slug}/list?owner=all{query}");
        var page = Render<ListPage>(p => p.Add(l => l.Slug, Slug).AddCascadingValue(Workspace).AddCascadingValue(ViewerSettings.Unknown));
        page.WaitForElement("tbody tr");
        return page;
    }
}
