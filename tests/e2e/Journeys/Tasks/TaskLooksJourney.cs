using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;
using static Dashboard.EndToEndTests.Pages.BoardPage;

namespace Dashboard.EndToEndTests.Journeys.Tasks;

/// <summary>What machines can judge of the drawer, the form and focus mode; with <c>TASKLANE_PICTURES=1</c> pictures of them too.</summary>
public sealed class TaskLooksJourney(Stack stack) : Journey(stack)
{
    private const string Long = "https://intranet.example.com/contracts/2026/with-a-name-that-never-ends-and-never-breaks-anywhere-at-all-because-somebody-pasted-it 🎯 عقد جديد";

    [Theory]
    [InlineData(ColorScheme.Light, 1400)]
    [InlineData(ColorScheme.Dark, 1400)]
    [InlineData(ColorScheme.Light, 390)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Axe_finds_nothing_serious_and_nothing_scrolls_sideways(ColorScheme scheme, int width)
    {
        var board = await BoardOfAsync(Person.Maya, options: new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = width > 700 ? 900 : 844 } });
        var task = await board.PickAsync(NotStarted, 6);
        await Sandbox.EditAsync(new { id = task, properties = new { hs_task_subject = Long, hs_task_body = $"<p>{Long}</p><ul><li>One</li></ul>" } });
        board.Visitor.Expect("Applying inline style");
        var slug = await Stack.Scene.WorkspaceAsync();
        var found = new List<string>();
        foreach (var (name, path, ready) in new[]
        {
            ("drawer", $"board?owner=all&task={task}", "[data-saved-state]:has-text('In HubSpot')"), ("form", "board?owner=all&new=status:WAITING", "#new-line"),
            ("focus", "focus?owner=all", "[data-focus-task]"), ("focus-none", "focus?owner=all&q=nothing-is-called-so", "[data-focus-end]"),
        })
        {
            await board.Visitor.GoAsync($"/w/{slug}/{path}");
            await board.Page.Locator(ready).First.WaitForAsync();
            await DressAsync(board.Page, name);
            found.AddRange(await Axe.SeriousAsync(board.Page, name));
            found.AddRange(await board.Page.EvaluateAsync<string[]>(
                "() => [document.documentElement, ...document.querySelectorAll('[data-drawer] .body, .focus')].filter(part => part.scrollWidth > part.clientWidth).map(part => `${part.tagName}.${part.className} is ${part.scrollWidth} wide in ${part.clientWidth}`)"));

            if (Environment.GetEnvironmentVariable("TASKLANE_PICTURES") == "1")
            {
                await board.Visitor.PictureAsync(Path.Combine(Clone.Root, "TestResults", "looks", $"{name}-{width}-{scheme}.png"));
            }
        }

        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
    }

    /// <summary>Brings out what is worth looking at.</summary>
    private static async Task DressAsync(IPage page, string name)
    {
        if (name == "drawer")
        {
            await page.Locator("[data-edit-notes]").ClickAsync();
            await page.Locator("#notes-text").WaitForAsync();
            await page.Locator("#drawer-subject").FillAsync("   ");
            await page.Locator("#drawer-subject").PressAsync("Enter");
            await page.Locator("[data-field=hs_task_subject] [role=alert]").WaitForAsync();
        }
        else if (name == "form")
        {
            await page.Locator("[data-more-fields]").ClickAsync();
            await page.Locator("#new-line").FillAsync("Call Brian tomorrow 15:00 !high @maya #NobodyOfThatName");
            await page.Locator("[data-understood]").WaitForAsync();
        }
        else if (name == "focus")
        {
            await page.Keyboard.PressAsync("s");
            await page.Locator(".ask").WaitForAsync();
        }
    }
}
