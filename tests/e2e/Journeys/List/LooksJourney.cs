using Dashboard.EndToEndTests.Pages.List;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;

namespace Dashboard.EndToEndTests.Journeys.List;

/// <summary>axe and sizes on the list with each of its parts open. With <c>TASKLANE_LOOKS</c> naming a folder, pictures of all of them are left there.</summary>
public sealed class LooksJourney(Stack stack) : ListJourneys(stack)
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("TASKLANE_LOOKS");

    [Theory]
    [InlineData(ColorScheme.Light, 1400)]
    [InlineData(ColorScheme.Dark, 1400)]
    [InlineData(ColorScheme.Light, 390)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Nothing_is_serious_on_any_part(ColorScheme scheme, int width)
    {
        var long_ = await Sandbox.EditAsync(new { properties = new { hs_task_subject = string.Concat(Enumerable.Repeat("Überlängenbetreff 🏔️ ", 40)), hs_timestamp = "2026-01-02T03:04:05Z", hs_task_status = "NOT_STARTED" } });
        await Sandbox.EditAsync(new { properties = new { hs_task_subject = "اتصل بالعميل الكبير غدا صباحا بخصوص العقد", hs_timestamp = "2026-01-02T03:04:06Z", hs_task_status = "NOT_STARTED" } });
        var list = await ListOfAsync(Person.Maya, options: new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 860 } });
        list.Visitor.Expect("Applying inline style");
        await list.Row(long_).WaitForAsync();
        var found = new List<string>();
        async Task LookAsync(string part)
        {
            if (Folder is not null)
            {
                await list.Visitor.PictureAsync(Path.Combine(Folder, $"{part}-{width}-{scheme}.png"));
            }

            found.AddRange(await Axe.SeriousAsync(list.Page, part));
            found.AddRange((await SmallAsync(list)).Select(small => $"{part}: {small}"));
            if (!await list.Page.EvaluateAsync<bool>("document.scrollingElement.scrollWidth <= document.scrollingElement.clientWidth"))
            {
                found.Add($"{part}: the page scrolls sideways");
            }
        }

        await LookAsync("list");
        await list.Views.OpenAsync();
        await LookAsync("views");
        await list.Page.Keyboard.PressAsync("Escape");
        await list.Page.GetByRole(AriaRole.Button, new() { Name = "Columns" }).ClickAsync();
        await LookAsync("columns");
        await list.Page.Keyboard.PressAsync("Escape");
        await list.Page.GetByRole(AriaRole.Button, new() { Name = "Export" }).ClickAsync();
        await LookAsync("export");
        await list.Page.Keyboard.PressAsync("Escape");
        await list.SelectAll.ClickAsync();
        await list.Bulk.Bar.WaitForAsync();
        await LookAsync("bar");
        await list.Bulk.Bar.GetByRole(AriaRole.Button, new() { Name = "Reschedule" }).ClickAsync();
        await LookAsync("reschedule");
        await list.Page.Keyboard.PressAsync("Escape");
        await list.Bulk.WishAsync("complete");
        await list.Bulk.Plan.WaitForAsync();
        await LookAsync("plan");
        await list.OpenAsync("owner=all&q=Call");
        await LookAsync("filtered");
        await list.Page.GotoAsync($"/w/{await Stack.Scene.WorkspaceAsync()}/list?owner=all&q=nothing-is-called-so");
        await list.Visitor.LiveAsync();
        await list.Page.GetByText("No task fits").WaitForAsync();
        await LookAsync("empty");

        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found.Distinct()));
    }

    private static async Task<string[]> SmallAsync(ListPage list) => await list.Page.Locator("main button:visible, main select:visible, [data-bulk] button:visible").EvaluateAllAsync<string[]>(
        """
        all => all.map(one => [one, one.getBoundingClientRect()])
            .filter(([one, box]) => box.width > 1 && (box.height < 24 || box.width < 24))
            .map(([one, box]) => `${one.outerHTML.slice(0, 120)} is ${Math.round(box.width)} by ${Math.round(box.height)}`)
        """);
}
