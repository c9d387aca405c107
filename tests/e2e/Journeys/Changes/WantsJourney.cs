using Dashboard.EndToEndTests.Pages;
using Dashboard.EndToEndTests.Pages.Changes;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;
using static Dashboard.EndToEndTests.Pages.BoardPage;

namespace Dashboard.EndToEndTests.Journeys.Changes;

/// <summary>HubSpot takes a status only with notes: asked in one small form, saved as one change.</summary>
public sealed class WantsJourney(Stack stack) : ChangesJourneys(stack)
{
    private const string Status = "hs_task_status";
    private const string Notes = "hs_task_body";

    [Fact]
    public async Task A_refused_drop_asks_for_what_is_missing_the_next_is_asked_before_and_several_once_for_all()
    {
        var (other, ids) = await SetAsync();
        var board = await BoardOfAsync(Person.Maya, at: other);
        var (form, before) = (new WantedForm(board.Page), await other.Sandbox.NowAsync());

        // Refused by HubSpot: the form opens by itself, and both go out as one change.
        await board.MoveByMenuAsync(ids[0], Completed);
        await form.IsOpenAsync();
        await board.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(form.Problem).ToContainTextAsync("HubSpot wants this set");
        await form.Notes.FillAsync("Called, wants a quote");
        await board.Page.Keyboard.PressAsync("Control+Enter");
        await form.IsClosedAsync();
        await board.IsInAsync(Completed, ids[0]);
        var written = Assert.Single(await other.Sandbox.HasAsync(ids[0], Status, "COMPLETED", before));
        Assert.Contains("Called, wants a quote", written.Properties![Notes]);

        // Known by now: asked before anything is sent. The card stays where it was dropped; letting be puts it back.
        await board.MoveByMenuAsync(ids[1], Completed);
        await form.IsOpenAsync();
        await board.Page.Keyboard.PressAsync("Escape");
        await form.IsClosedAsync();
        await board.IsInAsync(Completed, ids[1]);
        await Assertions.Expect(board.Reason(ids[1])).ToHaveTextAsync("Waits for Notes");
        await other.Sandbox.EditAsync(new { id = ids[3], properties = new { hs_task_subject = "Renamed by a colleague" } });
        await Assertions.Expect(board.Card(ids[3]).Locator("[data-subject]")).ToHaveTextAsync("Renamed by a colleague");
        await form.IsClosedAsync();
        await board.Card(ids[1]).Locator("[data-let-be]").ClickAsync();
        await board.IsInAsync(NotStarted, ids[1]);
        await board.IsSavedAsync(ids[1]);

        // Several cards: once for all.
        foreach (var id in ids[1..4])
        {
            await board.Card(id).ClickAsync(new() { Modifiers = [KeyboardModifier.Control], Position = new() { X = 40, Y = 60 } });
        }

        await board.MoveByMenuAsync(ids[1], Completed);
        await form.IsOpenAsync();
        await Assertions.Expect(form.Dialog).ToContainTextAsync("3 tasks");
        await form.Notes.FillAsync("Cleared out");
        await form.Save.ClickAsync();
        foreach (var id in ids[1..4])
        {
            Assert.Single(await other.Sandbox.HasAsync(id, Status, "COMPLETED", before));
            await board.IsSavedAsync(id);
        }
    }

    [Fact]
    public async Task The_list_the_drawer_and_the_page_of_changes_say_so_and_open_the_same_form()
    {
        var (other, ids) = await SetAsync();
        var board = await BoardOfAsync(Person.Maya, at: other);
        var (page, form) = (board.Page, new WantedForm(board.Page));
        await board.MoveByMenuAsync(ids[0], Completed);
        await form.IsOpenAsync();
        await page.Keyboard.PressAsync("Escape");
        var slug = await other.Scene.WorkspaceAsync();

        await board.Visitor.GoAsync($"/w/{slug}/list?owner=all");
        await Assertions.Expect(page.Locator($"tr[data-task-id='{ids[0]}'] .refusal")).ToHaveTextAsync("HubSpot wants Notes first");
        await page.Locator($"tr[data-task-id='{ids[0]}'] [data-fill]").ClickAsync();
        await form.IsOpenAsync();
        await page.Keyboard.PressAsync("Escape");

        await board.Visitor.GoAsync($"/w/{slug}/board?owner=all&task={ids[1]}");
        await page.Locator("[data-complete]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await form.IsOpenAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("[data-drawer] [data-wanting]")).ToContainTextAsync("HubSpot wants Notes first");

        await board.Visitor.GoAsync($"/w/{slug}/changes");
        await Assertions.Expect(page.Locator("[data-standing=needs-field]")).ToContainTextAsync("Nothing was sent yet");
        await page.Locator("[data-standing=needs-field] [data-fill]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await form.IsOpenAsync();
        await page.Keyboard.TypeAsync("Done by phone");
        await page.Keyboard.PressAsync("Control+Enter");
        await form.IsClosedAsync();
        await other.Sandbox.HasAsync(ids[1], Status, "COMPLETED", 0);
        await Assertions.Expect(page.Locator("[data-standing=needs-field]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Axe_finds_nothing_serious_in_the_form_and_it_fits_a_phone()
    {
        var (other, ids) = await SetAsync();
        var first = await BoardOfAsync(Person.Maya, at: other);
        await first.MoveByMenuAsync(ids[0], Completed);
        await new WantedForm(first.Page).IsOpenAsync();
        await new WantedForm(first.Page).PutBack.ClickAsync();
        await first.MoveByMenuAsync(ids[1], Completed);
        await new WantedForm(first.Page).IsOpenAsync();
        var found = new List<string>();
        foreach (var (scheme, width) in new[] { (ColorScheme.Light, 1400), (ColorScheme.Dark, 1400), (ColorScheme.Light, 390), (ColorScheme.Dark, 390) })
        {
            var changes = await ChangesOfAsync(Person.Maya, options: new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 844 } }, at: other);
            changes.Visitor.Expect("Applying inline style");
            await changes.Page.Locator("[data-fill]").First.ClickAsync();
            await new WantedForm(changes.Page).IsOpenAsync();
            found.AddRange(await Axe.SeriousAsync(changes.Page, $"{scheme} {width}"));
            Assert.True(await changes.Page.EvaluateAsync<bool>("[...document.querySelectorAll('dialog, dialog *')].every(one => one.getBoundingClientRect().right <= innerWidth + 1)"), "it is cut off");
            await KeepAsync(changes.Visitor, $"wants-{width}-{scheme}");
        }

        await KeepAsync(first.Visitor, "wants-board");
        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
    }

    private static Task KeepAsync(Visitor visitor, string name) =>
        LooksJourney.Unwanted ? Task.CompletedTask : visitor.PictureAsync(Path.Combine(Clone.Root, "TestResults", "looks", $"{name.ToLowerInvariant()}.png"));

    /// <summary>A portal whose tasks are closed only with notes, and four tasks without.</summary>
    private async Task<(Stack Other, string[] Ids)> SetAsync()
    {
        var other = await ElsewhereAsync(30);
        await other.Scene.WorkspaceAsync();
        await other.Sandbox.RequireAsync("COMPLETED", Notes);
        var ids = new List<string>();
        foreach (var number in Enumerable.Range(1, 4))
        {
            ids.Add(await other.Sandbox.EditAsync(new
            {
                properties = new { hs_task_subject = $"Send the offer again, part {number}", hs_timestamp = "2020-01-0" + number + "T09:00:00Z", hs_task_status = "NOT_STARTED" },
            }));
        }

        return (other, [.. ids]);
    }
}
