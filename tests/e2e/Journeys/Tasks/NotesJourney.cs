using Dashboard.EndToEndTests.Pages.Tasks;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;
using static Dashboard.EndToEndTests.Pages.BoardPage;

namespace Dashboard.EndToEndTests.Journeys.Tasks;

/// <summary>Notes: what nobody touched keeps its markup, what is pasted is made harmless, nothing typed is lost.</summary>
public sealed class NotesJourney(Stack stack) : Journey(stack)
{
    private const string Body = "hs_task_body";
    private const string Table = "<table data-vendor=\"7\"><tbody><tr><td>Price list</td></tr></tbody></table>";

    [Fact]
    public async Task Editing_one_paragraph_keeps_the_markup_of_the_others()
    {
        var (drawer, task) = await OpenedAsync($"{Table}<p>Second line</p>");
        var before = await Sandbox.NowAsync();
        await drawer.Root.Locator("[data-edit-notes]").ClickAsync();
        await drawer.Editor.PressAsync("Control+End");
        await drawer.Page.Keyboard.TypeAsync(", and more");
        await drawer.Editor.PressAsync("Control+Enter");

        await Assertions.Expect(drawer.Notes).ToContainTextAsync("Second line, and more");
        var stored = await Eventually.BecomesAsync(
            () => Sandbox.LedgerAsync(before), all => all.Any(e => e.ObjectId == task && e.Properties?.ContainsKey(Body) == true), "notes in HubSpot");
        var html = stored.Last(e => e.ObjectId == task && e.Properties?.ContainsKey(Body) == true).Properties![Body]!;
        Assert.Contains(Table, html, StringComparison.Ordinal);
        Assert.Contains("Second line, and more", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pasted_markup_loses_everything_that_is_not_plain()
    {
        var (drawer, _) = await OpenedAsync("");
        await drawer.Root.Locator("[data-edit-notes]").ClickAsync();
        await drawer.Editor.EvaluateAsync(
            """
            (editor) => {
              editor.focus();
              const data = new DataTransfer();
              data.setData('text/html', '<p style="color:red" onclick="alert(1)">Hello <b>there</b><img src=x onerror=alert(1)><script>alert(1)</script> <a href="javascript:alert(1)">bad</a> <a href="https://example.com/">good</a></p>');
              editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """);

        Assert.Equal(0, await drawer.Editor.Locator("img, script, [style], [onclick], a[href^=javascript]").CountAsync());
        await Assertions.Expect(drawer.Editor.Locator("b")).ToHaveTextAsync("there");
        await drawer.Root.Locator("[data-editor-save]").ClickAsync();
        await Assertions.Expect(drawer.Notes.Locator("a")).ToHaveTextAsync("good");
    }

    [Fact]
    public async Task Typed_notes_survive_a_crash_of_the_page()
    {
        var (drawer, task) = await OpenedAsync("<p>Before</p>");
        await drawer.Root.Locator("[data-edit-notes]").ClickAsync();
        await drawer.Editor.PressAsync("Control+End");
        await drawer.Page.Keyboard.TypeAsync(" and after");
        await drawer.Page.WaitForFunctionAsync("() => Object.entries(localStorage).some(([key, kept]) => key.startsWith('draft:') && kept.includes('and after'))");
        await drawer.Page.GotoAsync("about:blank");

        await drawer.OpenAsync(task);
        await Assertions.Expect(drawer.Editor).ToContainTextAsync("Before and after");
        await drawer.Button("Cancel").ClickAsync();
        await Assertions.Expect(drawer.Notes).ToHaveTextAsync("Before");
    }

    [Fact]
    public async Task Notes_that_are_too_long_are_said_so_and_stay()
    {
        var (drawer, _) = await OpenedAsync("");
        await drawer.Root.Locator("[data-edit-notes]").ClickAsync();
        await drawer.Editor.EvaluateAsync("(editor) => { editor.textContent = 'x'.repeat(70000); editor.dispatchEvent(new InputEvent('input', { bubbles: true })); }");
        await drawer.Root.Locator("[data-editor-save]").ClickAsync();

        await Assertions.Expect(drawer.Root.Locator("[data-notes]").GetByRole(AriaRole.Alert)).ToContainTextAsync("65,536");
        Assert.Equal(70_000, await drawer.Editor.EvaluateAsync<int>("editor => editor.textContent.length"));
    }

    private async Task<(DrawerPage Drawer, string Task)> OpenedAsync(string notes)
    {
        var board = await BoardOfAsync(Person.Maya);
        var task = await board.PickAsync(NotStarted, 4);
        await Sandbox.EditAsync(new { id = task, properties = new { hs_task_body = notes } });
        var drawer = new DrawerPage(board.Visitor, await Stack.Scene.WorkspaceAsync());
        await drawer.OpenAsync(task);
        var words = System.Text.RegularExpressions.Regex.Replace(notes, "<[^>]*>", "");
        await (words.Length == 0 ? Assertions.Expect(drawer.Root.GetByText("No notes.")).ToBeVisibleAsync() : Assertions.Expect(drawer.Notes).ToHaveTextAsync(words));
        return (drawer, task);
    }
}
