using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;

namespace Dashboard.EndToEndTests.Journeys.Tasks;

/// <summary>A filtered set of tasks, one after another, by single keys.</summary>
public sealed class FocusJourney(Stack stack) : Journey(stack)
{
    [Fact]
    public async Task Tasks_are_completed_put_off_and_passed_by_single_keys_to_the_end()
    {
        var page = await FocusAsync(Person.Maya, "three");
        var before = await Sandbox.NowAsync();
        await Assertions.Expect(Progress(page)).ToHaveTextAsync("1 of 3");
        var first = await CurrentAsync(page);
        await page.Keyboard.PressAsync("c");
        await Sandbox.HasAsync(first, "hs_task_status", "COMPLETED", before);
        await Assertions.Expect(Progress(page)).ToHaveTextAsync("2 of 3");

        var second = await CurrentAsync(page);
        await page.Keyboard.PressAsync("s");
        await page.Keyboard.PressAsync("1");
        await Assertions.Expect(Progress(page)).ToHaveTextAsync("3 of 3");
        await Eventually.BecomesAsync(() => Sandbox.LedgerAsync(before), all => all.Any(e => e.ObjectId == second && e.Properties?.ContainsKey("hs_timestamp") == true), "a new due date");

        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Locator("[data-focus-end]")).ToContainTextAsync("1 completed, 1 put off, 1 passed over");
        await page.Keyboard.PressAsync("k");
        await Assertions.Expect(Progress(page)).ToHaveTextAsync("3 of 3");
    }

    [Fact]
    public async Task A_reload_stays_at_the_task_and_the_last_deed_can_be_taken_back()
    {
        var page = await FocusAsync(Person.Maya, "reload");
        var before = await Sandbox.NowAsync();
        var first = await CurrentAsync(page);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Progress(page)).ToHaveTextAsync("2 of 3");
        await page.Keyboard.PressAsync("u");
        await Assertions.Expect(page.Locator($"[data-focus-task='{first}']")).ToBeVisibleAsync();
        await Sandbox.HasAsync(first, "hs_task_status", "NOT_STARTED", before);

        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(Progress(page)).ToHaveTextAsync("2 of 3");
        var second = await CurrentAsync(page);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator($"[data-focus-task='{second}']")).ToBeVisibleAsync();
        await Assertions.Expect(Progress(page)).ToHaveTextAsync("2 of 3");
    }

    [Fact]
    public async Task Rescheduling_refuses_nonsense_and_keeps_it()
    {
        var page = await FocusAsync(Person.Maya, "resched");
        await page.Keyboard.PressAsync("r");
        await Assertions.Expect(page.Locator("#focus-when")).ToBeFocusedAsync();
        await page.Locator("#focus-when").FillAsync("9999-12-31T10:00");
        await page.Locator("#focus-when").PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-hands]").GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#focus-when")).ToHaveValueAsync("9999-12-31T10:00");
    }

    [Fact]
    public async Task Nothing_to_do_says_so_and_a_viewer_only_looks()
    {
        var page = await FocusAsync(Person.Ben, "look");
        await Assertions.Expect(page.Locator("[data-key^=c], [data-key=s], [data-key=r]")).ToHaveCountAsync(0);
        await page.GotoAsync($"/w/{await Stack.Scene.WorkspaceAsync()}/focus?owner=all&q=nothing-is-called-so");
        await Assertions.Expect(page.Locator("[data-focus-end]")).ToContainTextAsync("Nothing open here");
    }

    [Fact]
    public async Task Escape_goes_back_to_the_list_one_came_from_as_it_was()
    {
        var page = await FocusAsync(Person.Maya, "back");
        var list = $"/w/{await Stack.Scene.WorkspaceAsync()}/list?owner=all&q=Focusback&sort=-priority&cols=owner";
        await page.GotoAsync(list);
        await page.Locator("body[data-interactive]").WaitForAsync();
        await page.Locator("[data-work-these]").ClickAsync();
        await page.Locator("[data-focus-task]").WaitForAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Back to the list" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Locator("[data-sheet]").WaitForAsync();
        Assert.EndsWith(list, page.Url, StringComparison.Ordinal);
    }

    private static ILocator Progress(IPage page) => page.Locator("[data-progress]");

    private static async Task<string> CurrentAsync(IPage page) => (await page.Locator("[data-focus-task]").GetAttributeAsync("data-focus-task"))!;

    /// <summary>Three tasks of this journey alone, opened from the board.</summary>
    private async Task<IPage> FocusAsync(Person person, string word)
    {
        var board = await BoardOfAsync(person);
        for (var n = 1; n <= 3; n++)
        {
            await Sandbox.EditAsync(new { type = "0-27", properties = new { hs_task_subject = $"Focus{word} {n}", hs_task_status = "NOT_STARTED", hs_timestamp = $"2031-05-0{n}T10:00:00.000Z" } });
        }

        await Eventually.HoldsAsync(
            async () =>
            {
                await board.OpenAsync($"owner=all&q=Focus{word}");
                return await board.Page.Locator("[data-cards] > [data-task-id]").CountAsync() == 3;
            },
            "three tasks on the board");
        await board.Page.Locator("[data-work-these]").ClickAsync();
        await board.Page.Locator("[data-focus-task]").WaitForAsync();
        return board.Page;
    }
}
