using Dashboard.EndToEndTests.Pages;
using Dashboard.EndToEndTests.Pages.Tasks;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;

namespace Dashboard.EndToEndTests.Journeys.Tasks;

/// <summary>New tasks, beside any page.</summary>
public sealed class CreateJourney(Stack stack) : Journey(stack)
{
    [Fact]
    public async Task A_line_in_plain_words_is_shown_as_understood_before_it_is_saved()
    {
        var form = await FormAsync();
        var before = await Sandbox.NowAsync();
        await form.Line.FillAsync("Call Brian tomorrow 15:00 !high");

        await Assertions.Expect(form.Part("Due")).ToContainTextAsync("15:00");
        await Assertions.Expect(form.Part("Priority")).ToBeVisibleAsync();
        Assert.DoesNotContain(await Sandbox.LedgerAsync(before), effect => effect.Method == "POST" && effect.ObjectType == "0-27");
        await form.Line.PressAsync("Enter");
        await form.Made.First.WaitForAsync();

        var made = await MadeAsync(before);
        Assert.Equal("HIGH", made.Properties!["hs_task_priority"]);
        Assert.DoesNotContain("!high", made.Properties["hs_task_subject"], StringComparison.Ordinal);
        await Assertions.Expect(form.Line).ToHaveValueAsync("");
        await Assertions.Expect(form.Line).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_column_begins_the_form_with_its_place_and_n_opens_it_anywhere()
    {
        var form = await FormAsync();
        await form.Page.Locator("[data-drawer-close]").ClickAsync();
        await form.Page.Locator("[data-zone='status:WAITING'] [data-add]").ClickAsync();
        await form.Line.WaitForAsync();
        var before = await Sandbox.NowAsync();
        await form.CreateAsync("Hear from legal");
        Assert.Equal("WAITING", (await MadeAsync(before)).Properties!["hs_task_status"]);

        await form.Line.PressAsync("Escape");
        await Assertions.Expect(form.Root).ToHaveCountAsync(0);
        await form.Page.Keyboard.PressAsync("n");
        await Assertions.Expect(form.Line).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_address_of_a_new_task_becomes_HubSpots()
    {
        var form = await FormAsync();
        await form.CreateAsync("Named by HubSpot soon");
        await form.Made.First.ClickAsync();

        await form.Page.WaitForURLAsync(address => address.Contains("task=", StringComparison.Ordinal) && !address.Contains("task=-", StringComparison.Ordinal));
        await Assertions.Expect(new DrawerPage(form.Visitor, "").Title).ToHaveValueAsync("Named by HubSpot soon");
    }

    [Fact]
    public async Task What_is_typed_survives_a_reload()
    {
        var form = await FormAsync();
        await form.MoreAsync();
        await form.Field("hs_task_priority").Locator("select").SelectOptionAsync("LOW");
        await form.Line.FillAsync("Half a thought");
        await form.Page.WaitForFunctionAsync("() => Object.entries(localStorage).some(([key, kept]) => key.endsWith('/line') && kept.includes('Half a thought'))");
        await form.Page.GotoAsync("about:blank");
        await form.OpenAsync();

        await Assertions.Expect(form.Line).ToHaveValueAsync("Half a thought");
        await Assertions.Expect(form.Field("hs_task_priority").Locator("select")).ToHaveValueAsync("LOW");
        var before = await Sandbox.NowAsync();
        await form.Line.PressAsync("Enter");
        Assert.Equal("LOW", (await MadeAsync(before)).Properties!["hs_task_priority"]);
    }

    [Fact]
    public async Task A_title_is_asked_for_and_doubtful_words_are_told_before_anything_is_made()
    {
        var form = await FormAsync();
        await form.Line.PressAsync("Enter");
        await Assertions.Expect(form.Root.GetByText("Give the task a title.")).ToBeVisibleAsync();

        var before = await Sandbox.NowAsync();
        await form.Line.FillAsync("Write to them #NobodyOfThatName");
        await form.Line.PressAsync("Enter");
        await Assertions.Expect(form.Part("Unclear")).ToBeVisibleAsync();
        await Assertions.Expect(form.Made).ToHaveCountAsync(0);
        await form.Line.PressAsync("Enter");
        Assert.Contains("Write to them", (await MadeAsync(before)).Properties!["hs_task_subject"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_task_stays_as_a_card_with_the_reason_and_a_way_to_correct_it()
    {
        var form = await FormAsync();
        await Sandbox.FaultAsync("POST", "/objects/([0-9-]+/)?(tasks|0-27)$", new { kind = "status", status = 400, body = new { status = "error", message = "Tasks need a purpose.", category = "VALIDATION_ERROR" } }, count: 1);
        var id = await form.CreateAsync("Without a purpose");
        await Assertions.Expect(form.Root.Locator("li.refused")).ToContainTextAsync("Tasks need a purpose.");

        await new BoardPage(form.Visitor, await Stack.Scene.WorkspaceAsync()).OpenAsync("owner=all&q=purpose");
        var card = form.Page.Locator($"[data-cards] > [data-task-id='{id}']");
        await Assertions.Expect(card.Locator(".refusal")).ToContainTextAsync("Tasks need a purpose.");
        await card.GetByText("Edit and try again").ClickAsync();
        var drawer = new DrawerPage(form.Visitor, "");
        await Assertions.Expect(drawer.Root).ToContainTextAsync("Tasks need a purpose.");
        var before = await Sandbox.NowAsync();
        await drawer.Title.FillAsync("With a purpose");
        await drawer.Title.PressAsync("Enter");
        Assert.Equal("With a purpose", (await MadeAsync(before)).Properties!["hs_task_subject"]);
    }

    [Fact]
    public async Task A_viewer_is_told_why_not()
    {
        var board = await BoardOfAsync(Person.Ben, "owner=all&new=1");
        await Assertions.Expect(board.Page.Locator("[data-new-panel]")).ToContainTextAsync("Your role does not allow you to create tasks");
        await Assertions.Expect(board.Page.Locator("[data-new-task], [data-add], #new-line")).ToHaveCountAsync(0);
    }

    private async Task<Effect> MadeAsync(long before) => (await Eventually.BecomesAsync(
        () => Sandbox.LedgerAsync(before), all => all.Any(IsCreation), "a task created in HubSpot")).Last(IsCreation);

    private static bool IsCreation(Effect effect) => effect.Properties?.ContainsKey("hs_task_subject") == true && effect.Method == "POST";

    private async Task<NewTaskPage> FormAsync()
    {
        var form = new NewTaskPage((await BoardOfAsync(Person.Maya)).Visitor, await Stack.Scene.WorkspaceAsync());
        await form.OpenAsync();
        return form;
    }
}
