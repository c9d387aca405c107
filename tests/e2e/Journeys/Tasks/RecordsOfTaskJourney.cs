using Dashboard.EndToEndTests.Pages.Tasks;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;
using static Dashboard.EndToEndTests.Pages.BoardPage;

namespace Dashboard.EndToEndTests.Journeys.Tasks;

/// <summary>Associations and pins from a task, deleting it, and the task after it.</summary>
public sealed class RecordsOfTaskJourney(Stack stack) : Journey(stack)
{
    [Fact]
    public async Task A_record_is_found_by_name_added_by_keyboard_and_taken_away_with_a_way_back()
    {
        var (drawer, _) = await OpenedAsync(1);
        var before = await drawer.Records.CountAsync();
        await drawer.AssociateAsync("an");
        await Assertions.Expect(drawer.Records).ToHaveCountAsync(before + 1);

        await drawer.Records.Last.Locator("[data-unlink]").ClickAsync();
        await Assertions.Expect(drawer.Records).ToHaveCountAsync(before);
        await drawer.Button("Undo").ClickAsync();
        await Assertions.Expect(drawer.Records).ToHaveCountAsync(before + 1);
    }

    [Fact]
    public async Task Pinning_says_what_it_replaces_and_can_be_undone()
    {
        var (first, one) = await OpenedAsync(1);
        if (await first.Records.CountAsync() == 0)
        {
            await first.AssociateAsync("an");
        }

        var record = (await first.Records.First.GetAttributeAsync("data-record"))!;
        var name = await first.Records.First.Locator("a").First.InnerTextAsync();
        await first.Records.First.Locator("[data-pin]").ClickAsync();
        await Assertions.Expect(first.Records.First).ToContainTextAsync("Pinned there");
        var title = await first.Title.InputValueAsync();

        var (second, _) = await OpenedAsync(3);
        await second.AssociateAsync(name);
        var row = second.Root.Locator($"[data-record='{record}']");
        await row.Locator("[data-pin]").ClickAsync();
        await Assertions.Expect(row).ToContainTextAsync(title);
        await row.Locator("[data-pin-yes]").ClickAsync();
        await Assertions.Expect(row).ToContainTextAsync("Pinned there");
        await second.Button("Undo").ClickAsync();
        await Assertions.Expect(row).Not.ToContainTextAsync("Pinned there");
        await first.OpenAsync(one);
        await Assertions.Expect(first.Root.Locator($"[data-record='{record}']")).ToContainTextAsync("Pinned there");
    }

    [Fact]
    public async Task A_deleted_task_comes_back_within_ten_seconds_even_after_a_reload()
    {
        var (drawer, task) = await OpenedAsync(2);
        var before = await Sandbox.NowAsync();
        await drawer.Root.Locator("[data-delete]").ClickAsync();
        await Assertions.Expect(drawer.Deleted).ToBeVisibleAsync();
        await Assertions.Expect(drawer.Page.Locator($"[data-cards] > [data-task-id='{task}']")).ToHaveCountAsync(0);

        await drawer.Page.ReloadAsync();
        await drawer.Visitor.LiveAsync();
        await drawer.Root.Locator("[data-undo-delete]").ClickAsync();
        await Assertions.Expect(drawer.Title).ToBeVisibleAsync();
        await Assertions.Expect(drawer.Page.Locator($"[data-cards] > [data-task-id='{task}']")).ToHaveCountAsync(1);
        Assert.DoesNotContain(await Sandbox.LedgerAsync(before), effect => effect.Method == "DELETE");
    }

    [Fact]
    public async Task A_deleted_task_reaches_the_recycling_bin_and_the_page_says_where_it_is()
    {
        var (drawer, task) = await OpenedAsync(4);
        var before = await Sandbox.NowAsync();
        await drawer.Root.Locator("[data-delete]").ClickAsync();
        await Eventually.BecomesAsync(() => Sandbox.LedgerAsync(before), all => all.Any(e => e.ObjectId == task && e.Method == "DELETE"), "the deletion in HubSpot");
        await Assertions.Expect(drawer.Deleted).ToContainTextAsync("90 days");
    }

    [Fact]
    public async Task The_next_task_begins_with_type_and_records_of_the_one_before()
    {
        var (drawer, _) = await OpenedAsync(5);
        if (await drawer.Records.CountAsync() == 0)
        {
            await drawer.AssociateAsync("an");
        }

        var name = await drawer.Records.First.Locator("a").First.InnerTextAsync();
        await drawer.Root.Locator("[data-complete]").ClickAsync();
        await drawer.Root.Locator("[data-next-task]").ClickAsync();
        var form = new NewTaskPage(drawer.Visitor, "");
        await Assertions.Expect(form.Root).ToContainTextAsync(name);
        await form.Line.FillAsync("And then this");
        await form.Line.PressAsync("Enter");
        await Assertions.Expect(drawer.Title).ToHaveValueAsync("And then this");
        await Assertions.Expect(drawer.Root).ToContainTextAsync(name);
    }

    private async Task<(DrawerPage Drawer, string Task)> OpenedAsync(int at)
    {
        var board = await BoardOfAsync(Person.Maya);
        var task = await board.PickAsync(NotStarted, at);
        var drawer = new DrawerPage(board.Visitor, await Stack.Scene.WorkspaceAsync());
        await drawer.OpenAsync(task);
        await Assertions.Expect(drawer.State).ToHaveTextAsync("In HubSpot");
        return (drawer, task);
    }
}
