using System.Text.RegularExpressions;
using Dashboard.EndToEndTests.Pages;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;

namespace Dashboard.EndToEndTests.Journeys.List;

/// <summary>The list: order, columns, filters, keys, phone, viewers.</summary>
public sealed class ListJourney(Stack stack) : ListJourneys(stack)
{
    [Fact]
    public async Task The_list_is_there_before_the_page_is_live()
    {
        var visitor = await ArriveAsync(new() { StorageState = await Stack.Scene.SignedInAsync(Person.Maya), JavaScriptEnabled = false });

        await visitor.Page.GotoAsync($"/w/{await Stack.Scene.WorkspaceAsync()}/list?owner=all");

        Assert.Equal(100, await visitor.Page.Locator("[data-list] [data-task-id]").CountAsync());
    }

    [Fact]
    public async Task A_head_sorts_up_and_down_and_the_address_keeps_it()
    {
        var list = await ListOfAsync(Person.Maya, "owner=all&closed=all");

        await list.Head("Subject").ClickAsync();
        await Assertions.Expect(list.Sorted("subject")).ToHaveAttributeAsync("aria-sort", "ascending");
        var up = await list.CellsAsync("subject");
        Assert.Equal(up.Order(StringComparer.OrdinalIgnoreCase).First()[..1], up[0][..1], ignoreCase: true);
        await list.Head("Subject").ClickAsync();
        await Assertions.Expect(list.Sorted("subject")).ToHaveAttributeAsync("aria-sort", "descending");
        await list.Page.ReloadAsync();
        await list.Visitor.LiveAsync();

        await Assertions.Expect(list.Sorted("subject")).ToHaveAttributeAsync("aria-sort", "descending");
        Assert.NotEqual(up[0], (await list.CellsAsync("subject"))[0]);
    }

    [Fact]
    public async Task Filters_are_the_boards_and_pages_never_overlap()
    {
        var list = await ListOfAsync(Person.Maya, "owner=all&closed=all");
        var first = await list.IdsAsync();
        await list.Page.GetByRole(AriaRole.Link, new() { Name = "Next page" }).ClickAsync();
        await list.Page.WaitForURLAsync(new Regex("page=2"));
        await Assertions.Expect(list.Row(first[0])).ToHaveCountAsync(0);
        Assert.Empty(first.Intersect(await list.IdsAsync()));

        await list.Picker("Status").SelectOptionAsync("IN_PROGRESS");
        await list.Page.WaitForURLAsync(url => url.Contains("status=IN_PROGRESS", StringComparison.Ordinal) && !url.Contains("page=", StringComparison.Ordinal));
        await Assertions.Expect(list.Page.Locator("[data-chips]")).ToContainTextAsync("Status");
        await Eventually.HoldsAsync(async () => (await list.CellsAsync("status")).Distinct().Count() == 1, "rows of one status");

        await list.Page.GetByRole(AriaRole.Link, new() { Name = "Board with these filters" }).ClickAsync();
        await list.Page.WaitForURLAsync(new Regex("/board\\?.*status=IN_PROGRESS"));
    }

    [Fact]
    public async Task Columns_are_chosen_and_moved_and_stay()
    {
        var list = await ListOfAsync(Person.Maya);
        await list.Page.GetByRole(AriaRole.Button, new() { Name = "Columns" }).ClickAsync();
        var columns = list.Page.Locator("[data-columns]");
        await columns.GetByLabel("Type", new() { Exact = true }).UncheckAsync();
        await Assertions.Expect(list.Sorted("type")).ToHaveCountAsync(0);
        await columns.GetByRole(AriaRole.Button, new() { Name = "Move Owner up" }).ClickAsync();
        await Eventually.HoldsAsync(async () => await HeadsAsync(list) is ["Subject", "Due", "Owner", "Status", "Record", "Priority"], "columns in the chosen order");

        await list.Page.ReloadAsync();
        await list.Visitor.LiveAsync();

        Assert.Equal(["Subject", "Due", "Owner", "Status", "Record", "Priority"], await HeadsAsync(list));
    }

    [Fact]
    public async Task Keys_walk_select_extend_and_open()
    {
        var list = await ListOfAsync(Person.Maya);
        var ids = await list.IdsAsync();
        await list.Row(ids[0]).FocusAsync();
        await list.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(list.Row(ids[1])).ToBeFocusedAsync();
        await list.Page.Keyboard.PressAsync("Space");
        await list.Page.Keyboard.PressAsync("Shift+ArrowDown");
        await list.Page.Keyboard.PressAsync("Shift+ArrowDown");

        await list.Bulk.CountsAsync(3);
        await Assertions.Expect(list.Row(ids[3])).ToHaveAttributeAsync("aria-selected", "true");
        await list.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(list.Drawer).ToHaveAttributeAsync("data-drawer-task", ids[3]);

        // A selection outlives the page, and the board knows it too.
        await list.Page.ReloadAsync();
        await list.Visitor.LiveAsync();
        await list.Bulk.CountsAsync(3);
        await list.Page.GetByRole(AriaRole.Link, new() { Name = "Board with these filters" }).ClickAsync();
        await list.Page.WaitForURLAsync(new Regex("/board"));
        await list.Bulk.CountsAsync(3);
        await list.Page.GetByRole(AriaRole.Button, new() { Name = "Let go of all" }).ClickAsync();
        await Assertions.Expect(list.Bulk.Bar).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_others_do_appears()
    {
        var list = await ListOfAsync(Person.Maya, "owner=all&status=NOT_STARTED");
        var board = await BoardOfAsync(Person.Daniel);
        var card = await board.PickAsync(BoardPage.NotStarted, 1);
        await list.OpenAsync($"owner=all&status=NOT_STARTED&q={Uri.EscapeDataString((await board.SubjectAsync(card)).Split(' ')[0])}");
        await list.Row(card).WaitForAsync();

        await board.MoveByMenuAsync(card, "status:WAITING");

        await Assertions.Expect(list.Row(card)).ToHaveCountAsync(0);
        await board.Undo.ClickAsync();
        await list.Row(card).WaitForAsync();
    }

    [Fact]
    public async Task A_phone_gets_cards_and_scrolls_one_way()
    {
        var list = await ListOfAsync(Person.Maya, options: new() { ViewportSize = new() { Width = 390, Height = 844 }, HasTouch = true, IsMobile = true });
        var ids = await list.IdsAsync();

        Assert.False(await list.ScrollsSidewaysAsync());
        await list.Box(ids[1]).TapAsync();
        await list.Bulk.CountsAsync(1);
        Assert.False(await list.ScrollsSidewaysAsync());
        await list.Row(ids[2]).Locator("[data-subject]").TapAsync();
        await list.Drawer.WaitForAsync();
    }

    [Fact]
    public async Task A_viewer_reads_and_selects_nothing()
    {
        var list = await ListOfAsync(Person.Ben);
        var ids = await list.IdsAsync();

        Assert.Equal(0, await list.Page.Locator("[data-pick], [data-pick-all], [data-select-all]").CountAsync());
        await list.Row(ids[0]).FocusAsync();
        await list.Page.Keyboard.PressAsync("Space");
        await list.Page.Keyboard.PressAsync("Enter");
        await list.Drawer.WaitForAsync();
        await Assertions.Expect(list.Bulk.Bar).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Nonsense_in_the_address_is_the_usual_list()
    {
        var list = await ListOfAsync(Person.Maya, "owner=all&sort=-banana&cols=x,y&page=-4&status=&view=7&bulk=nothing");

        await Assertions.Expect(list.Sorted("due")).ToHaveAttributeAsync("aria-sort", "descending");
        await list.OpenAsync("owner=all&page=19999");
        Assert.NotEmpty(await list.IdsAsync());
    }

    private static async Task<string[]> HeadsAsync(Pages.List.ListPage list) =>
        await list.Page.Locator("[data-list] thead th:not(.pick)").EvaluateAllAsync<string[]>("all => all.map(head => head.innerText.trim())");
}
