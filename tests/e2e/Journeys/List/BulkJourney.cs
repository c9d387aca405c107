using Dashboard.EndToEndTests.Pages;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;

namespace Dashboard.EndToEndTests.Journeys.List;

/// <summary>Many tasks at once: a dry run, the run, what was refused, the way back.</summary>
public sealed class BulkJourney(Stack stack) : ListJourneys(stack)
{
    private const string BatchUpdate = "/batch/update";

    [Fact]
    public async Task Several_are_completed_in_one_call_and_taken_back_in_one_click()
    {
        var list = await ListOfAsync(Person.Maya, "owner=all&status=IN_PROGRESS");
        var ids = (await list.IdsAsync())[..4];
        foreach (var id in ids)
        {
            await list.Box(id).ClickAsync();
        }

        await list.Bulk.CountsAsync(4);
        var before = await Sandbox.NowAsync();
        await list.Bulk.WishAsync("complete");
        await Assertions.Expect(list.Bulk.Planned("change")).ToHaveTextAsync("4");
        await Assertions.Expect(list.Bulk.Plan.Locator("[data-plan-calls]")).ToHaveAttributeAsync("data-plan-calls", "1");
        await list.Bulk.RunAsync();
        await list.Bulk.OverAsync();
        foreach (var id in ids)
        {
            await Sandbox.HasAsync(id, "hs_task_status", "COMPLETED", before);
        }

        // The run is in the address: a reload shows it, and it can still be taken back.
        await list.Page.ReloadAsync();
        await list.Visitor.LiveAsync();
        await list.Bulk.OverAsync();
        await Assertions.Expect(list.Bulk.State).ToContainTextAsync("4 tasks done");
        var done = await Sandbox.NowAsync();
        await list.Bulk.Undo.ClickAsync();
        await Assertions.Expect(list.Bulk.Note).ToContainTextAsync("Taken back: 4 tasks");
        foreach (var id in ids)
        {
            await Sandbox.HasAsync(id, "hs_task_status", "IN_PROGRESS", done);
            await list.Row(id).WaitForAsync();
        }

        await list.Bulk.CloseAsync();
        await Assertions.Expect(list.Bulk.State).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_HubSpot_refuses_is_named_and_can_be_tried_again()
    {
        var list = await ListOfAsync(Person.Maya, "owner=all&status=NOT_STARTED");
        var ids = (await list.IdsAsync())[2..6];
        foreach (var id in ids)
        {
            await list.Box(id).ClickAsync();
        }

        var refusal = new { kind = "status", status = 400, body = new { status = "error", message = "Closing needs a call outcome.", category = "VALIDATION_ERROR", correlationId = "3f1c" } };
        await Sandbox.FaultAsync("POST", BatchUpdate, refusal);
        await Sandbox.FaultAsync("PATCH", $"/{ids[1]}$", refusal);
        await list.Bulk.WishAsync("complete");
        await list.Bulk.RunAsync();

        await list.Bulk.OverAsync();
        await Assertions.Expect(list.Bulk.State).ToContainTextAsync("3 of 4 tasks done in HubSpot, 1 not accepted");
        await Assertions.Expect(list.Bulk.Failures).ToHaveCountAsync(1);
        await Assertions.Expect(list.Bulk.Failures.First).ToContainTextAsync("Closing needs a call outcome.");
        await Sandbox.ClearFaultsAsync();
        var before = await Sandbox.NowAsync();
        await list.Bulk.Retry.ClickAsync();
        await Assertions.Expect(list.Bulk.State).ToContainTextAsync("4 tasks done", new() { Timeout = 60_000 });
        await Sandbox.HasAsync(ids[1], "hs_task_status", "COMPLETED", before);
        await list.Bulk.Undo.ClickAsync();
        await Assertions.Expect(list.Bulk.Note).ToContainTextAsync("4 tasks");
        await list.Row(ids[1]).WaitForAsync();
    }

    [Fact]
    public async Task The_dry_run_tells_what_is_so_already_and_nothing_happens_by_it()
    {
        var list = await ListOfAsync(Person.Maya, "owner=all&closed=all&sort=status");
        var statuses = await list.CellsAsync("status");
        var ids = await list.IdsAsync();
        var closed = ids.Where((_, at) => statuses[at] == "Completed").Take(2).ToArray();
        var open = (await OpenOnesAsync(list))[..2];
        await list.OpenAsync("owner=all&closed=all&sort=status");
        Assert.Equal(2, closed.Length);
        foreach (var id in closed)
        {
            await list.Box(id).ClickAsync();
        }

        await list.OpenAsync("owner=all&status=WAITING");
        foreach (var id in open)
        {
            await list.Box(id).ClickAsync();
        }

        await list.Bulk.CountsAsync(4);
        var before = await Sandbox.NowAsync();
        await list.Bulk.WishAsync("complete");
        await Assertions.Expect(list.Bulk.Planned("change")).ToHaveTextAsync("2");
        await Assertions.Expect(list.Bulk.Planned("already")).ToHaveTextAsync("2");
        await list.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(list.Bulk.Plan).ToHaveCountAsync(0);
        await list.Bulk.CountsAsync(4);
        Assert.DoesNotContain(await Sandbox.LedgerAsync(before), effect => open.Contains(effect.ObjectId));
    }

    [Fact]
    public async Task Days_people_and_priorities_are_set_for_all()
    {
        var board = await BoardOfAsync(Person.Aiko);
        var bulk = new Pages.List.BulkParts(board.Visitor);
        var cards = (await board.IdsAsync(BoardPage.NotStarted))[..2];
        foreach (var card in cards)
        {
            await board.Card(card).ClickAsync(new() { Modifiers = [KeyboardModifier.Control], Position = new() { X = 20, Y = 80 } });
        }

        await bulk.CountsAsync(2);
        await bulk.PickAsync("Reschedule", "Next Monday");
        await Assertions.Expect(bulk.Plan).ToContainTextAsync("Move 2 tasks to Mon");
        await bulk.Plan.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await bulk.PickAsync("Reassign", "Daniel Reyes");
        await Assertions.Expect(bulk.Plan).ToContainTextAsync("to Daniel Reyes");
        await bulk.Plan.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        var before = await Sandbox.NowAsync();
        await bulk.PickAsync("Priority", "High");
        await bulk.RunAsync();
        await bulk.OverAsync();

        await Assertions.Expect(board.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("bulk="));
        Assert.Contains(await Sandbox.LedgerAsync(before), effect => effect.Properties?.GetValueOrDefault("hs_task_priority") == "HIGH");
        await bulk.Undo.ClickAsync();
        await Assertions.Expect(bulk.Note).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_deletion_waits_and_is_taken_back()
    {
        var list = await ListOfAsync(Person.Maya, "owner=all&status=DEFERRED&closed=all");
        var ids = (await list.IdsAsync())[..2];
        foreach (var id in ids)
        {
            await list.Box(id).ClickAsync();
        }

        await list.Bulk.WishAsync("delete");
        await Assertions.Expect(list.Bulk.Plan).ToContainTextAsync("recycling bin");
        await list.Bulk.RunAsync();
        await Assertions.Expect(list.Row(ids[0])).ToHaveCountAsync(0);
        await list.Bulk.Undo.ClickAsync();

        await list.Row(ids[0]).WaitForAsync();
        await list.Row(ids[1]).WaitForAsync();
    }

    [Fact]
    public async Task All_that_match_are_selected_not_only_the_page()
    {
        var list = await ListOfAsync(Person.Maya, "owner=all&closed=all");
        var total = await list.TotalAsync();
        Assert.True(total > 100);

        await list.SelectAll.ClickAsync();

        await list.Bulk.CountsAsync(total);
        await list.Bulk.WishAsync("complete");
        await Assertions.Expect(list.Bulk.Plan.Locator("h2")).ToContainTextAsync($"Complete {total} tasks");
    }

    private static async Task<string[]> OpenOnesAsync(Pages.List.ListPage list)
    {
        await list.OpenAsync("owner=all&status=WAITING");
        return await list.IdsAsync();
    }
}
