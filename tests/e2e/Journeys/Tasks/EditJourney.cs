using Dashboard.EndToEndTests.Pages.Tasks;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;
using static Dashboard.EndToEndTests.Pages.BoardPage;

namespace Dashboard.EndToEndTests.Journeys.Tasks;

/// <summary>A task edited in place: every field, drafts, conflicts, refusals.</summary>
public sealed class EditJourney(Stack stack) : Journey(stack)
{
    private const string Subject = "hs_task_subject";

    [Fact]
    public async Task Fields_are_saved_as_they_are_left()
    {
        var (drawer, task) = await OpenedAsync();
        var before = await Sandbox.NowAsync();

        await drawer.Title.FillAsync("Ring Ana 🎯 about the ‏عقد‏ contract");
        await drawer.Title.PressAsync("Enter");
        await Sandbox.HasAsync(task, Subject, "Ring Ana 🎯 about the ‏عقد‏ contract", before);
        await drawer.PickAsync("hs_task_priority", "High");
        await Sandbox.HasAsync(task, "hs_task_priority", "HIGH", before);
        await drawer.PickAsync("hs_task_priority", "Not set");
        await Sandbox.HasAsync(task, "hs_task_priority", null, before);
        await drawer.PickAsync("hs_task_type", "Call");
        await Sandbox.HasAsync(task, "hs_task_type", "CALL", before);
        await drawer.PickAsync("hubspot_owner_id", "Nobody");
        await Sandbox.HasAsync(task, "hubspot_owner_id", null, before);

        var due = drawer.Field("hs_timestamp");
        await due.Locator("input[type=date]").FillAsync("2031-03-04");
        await due.Locator("input[type=time]").FillAsync("09:30");
        await due.Locator("input[type=time]").PressAsync("Enter");
        await Sandbox.HasAsync(task, "hs_timestamp", "2031-03-04T08:30:00.000Z", before);
        await drawer.Field("hs_task_reminders").Locator("select").SelectOptionAsync("60");
        await Sandbox.HasAsync(task, "hs_task_reminders", "1930375800000", before);
        await Assertions.Expect(drawer.State).ToHaveTextAsync("In HubSpot");
        await Assertions.Expect(drawer.Root.Locator("[data-history]")).ToContainTextAsync("Title");
    }

    [Fact]
    public async Task Typed_text_survives_a_reload_and_can_be_saved_then()
    {
        var (drawer, task) = await OpenedAsync();
        var before = await Sandbox.NowAsync();
        await drawer.Title.FillAsync("Typed but never left");
        await drawer.Page.WaitForFunctionAsync("() => Object.entries(localStorage).some(([key, kept]) => key.startsWith('draft:') && kept.includes('Typed but never left'))");
        // Neither blur nor change reaches the server: as after a crash.
        await drawer.Page.GotoAsync("about:blank");
        await drawer.OpenAsync(task);

        await Assertions.Expect(drawer.Title).ToHaveValueAsync("Typed but never left");
        await drawer.Field(Subject).GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Sandbox.HasAsync(task, Subject, "Typed but never left", before);
    }

    [Fact]
    public async Task What_a_colleague_changed_meanwhile_is_shown_beside_mine()
    {
        var (drawer, task) = await OpenedAsync();
        var before = await Sandbox.NowAsync();
        var theirs = $"Theirs {Guid.NewGuid():N}";
        await drawer.Title.FillAsync("Mine");
        await Sandbox.EditAsync(new { id = task, properties = new { hs_task_subject = theirs } });
        await Assertions.Expect(drawer.Page.Locator($"[data-cards] > [data-task-id='{task}'] [data-subject]")).ToHaveTextAsync(theirs);

        await drawer.Title.PressAsync("Enter");
        await Assertions.Expect(drawer.Said(Subject)).ToContainTextAsync(theirs);
        await Assertions.Expect(drawer.Said(Subject)).ToContainTextAsync("Mine");
        await drawer.Field(Subject).GetByRole(AriaRole.Button, new() { Name = "Use mine" }).ClickAsync();
        await Sandbox.HasAsync(task, Subject, "Mine", before);
    }

    [Fact]
    public async Task A_refusal_stands_beside_its_field_and_keeps_what_was_wanted()
    {
        var (drawer, task) = await OpenedAsync();
        var before = await Sandbox.NowAsync();
        await Sandbox.FaultAsync("PATCH", "/objects/", new { kind = "status", status = 400, body = new { status = "error", message = "This title is not allowed.", category = "VALIDATION_ERROR" } }, count: 1);
        await drawer.Title.FillAsync("Forbidden words");
        await drawer.Title.PressAsync("Enter");

        await Assertions.Expect(drawer.Said(Subject)).ToContainTextAsync("This title is not allowed.");
        await drawer.Field(Subject).GetByRole(AriaRole.Button, new() { Name = "Edit it" }).ClickAsync();
        await Assertions.Expect(drawer.Title).ToHaveValueAsync("Forbidden words");
        await drawer.Title.FillAsync("Kind words");
        await drawer.Title.PressAsync("Enter");
        await Sandbox.HasAsync(task, Subject, "Kind words", before);
    }

    [Fact]
    public async Task Bad_input_is_a_sentence_beside_its_field_and_nothing_typed_is_lost()
    {
        var (drawer, _) = await OpenedAsync();
        await drawer.Title.FillAsync("   ");
        await drawer.Title.PressAsync("Enter");
        await Assertions.Expect(drawer.Said(Subject)).ToContainTextAsync("Give the task a title.");

        var huge = new string('x', 65_537);
        await drawer.Title.FillAsync(huge);
        await drawer.Title.PressAsync("Enter");
        await Assertions.Expect(drawer.Said(Subject)).ToContainTextAsync("65,536");
        Assert.Equal(huge, await drawer.Title.InputValueAsync());
        await drawer.Field(Subject).GetByRole(AriaRole.Button, new() { Name = "Back to what is saved" }).ClickAsync();

        var due = drawer.Field("hs_timestamp");
        await due.Locator("input[type=date]").FillAsync("9999-12-31");
        await due.Locator("input[type=date]").PressAsync("Enter");
        await Assertions.Expect(drawer.Said("hs_timestamp")).ToBeVisibleAsync();
        await Assertions.Expect(due.Locator("input[type=date]")).ToHaveValueAsync("9999-12-31");

        await drawer.Field("hs_queue_membership_ids").Locator("input").FillAsync("not a number");
        await drawer.Field("hs_queue_membership_ids").Locator("input").PressAsync("Enter");
        await Assertions.Expect(drawer.Said("hs_queue_membership_ids")).ToContainTextAsync("number");
    }

    [Fact]
    public async Task A_viewer_sees_the_task_and_no_editor()
    {
        var (maya, task) = await OpenedAsync();
        var ben = new DrawerPage((await BoardOfAsync(Person.Ben)).Visitor, await Stack.Scene.WorkspaceAsync());
        await ben.OpenAsync(task);

        await Assertions.Expect(ben.Root.Locator("h2")).ToBeVisibleAsync();
        await Assertions.Expect(ben.Root.Locator("input, textarea, select, [data-delete], [data-unlink], [data-edit-notes]")).ToHaveCountAsync(0);
        await Assertions.Expect(maya.Root.Locator("[data-delete]")).ToBeVisibleAsync();
    }

    private async Task<(DrawerPage Drawer, string Task)> OpenedAsync()
    {
        var board = await BoardOfAsync(Person.Maya);
        var task = await board.PickAsync(NotStarted, 3);
        await Sandbox.EditAsync(new { id = task, properties = new { hs_task_priority = "LOW", hs_task_type = "TODO", hubspot_owner_id = "60188201", hs_task_reminders = "" } });
        var drawer = new DrawerPage(board.Visitor, await Stack.Scene.WorkspaceAsync());
        await drawer.OpenAsync(task);
        await Assertions.Expect(drawer.State).ToHaveTextAsync("In HubSpot");
        return (drawer, task);
    }
}
