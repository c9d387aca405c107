using System.Text.RegularExpressions;
using Dashboard.EndToEndTests.Pages.Records;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;
using static Dashboard.EndToEndTests.Pages.BoardPage;

namespace Dashboard.EndToEndTests.Journeys.Records;

/// <summary>A record with its tasks: what stands there, what can be associated, and what stands there when there is no record.</summary>
public sealed class RecordJourney(Stack stack) : RecordsJourney(stack)
{
    [Fact]
    public async Task Open_and_done_tasks_are_told_apart_and_open_beside_the_page()
    {
        var company = await Colleague.CompanyAsync(Cast.Name("Facts"));
        var (open, done) = (await Colleague.TaskAsync("Still open", "0-2", company), await Colleague.TaskAsync("Done long ago", "0-2", company, "COMPLETED"));
        var maya = await RecordOfAsync(Person.Maya, "0-2", company);

        await Assertions.Expect(maya.Page.Locator(".record")).ToContainTextAsync("records.example");
        Assert.Contains(company, await maya.Page.GetByRole(AriaRole.Link, new() { Name = "Open in HubSpot" }).First.GetAttributeAsync("href"), StringComparison.Ordinal);
        Assert.Contains($"new=record%3A0-2%3A{company}", await maya.Page.Locator("#main").GetByRole(AriaRole.Link, new() { Name = "New task" }).GetAttributeAsync("href"), StringComparison.Ordinal);
        await Assertions.Expect(maya.Line(done)).ToBeHiddenAsync();
        await maya.Page.Locator("summary").ClickAsync();
        await Assertions.Expect(maya.Line(done)).ToBeVisibleAsync();

        await maya.Line(open).Locator("[data-open]").ClickAsync();
        await Assertions.Expect(maya.Page).ToHaveURLAsync(new Regex($"records/0-2/{company}\\?task={open}"));
        await Assertions.Expect(maya.Drawer).ToContainTextAsync("Still open");
        await maya.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(maya.Page).ToHaveURLAsync(new Regex($"records/0-2/{company}$"));
    }

    [Fact]
    public async Task An_existing_task_is_found_by_its_subject_associated_and_let_go_again()
    {
        var company = await Colleague.CompanyAsync(Cast.Name("Linking"));
        var board = await BoardOfAsync(Person.Maya);
        var task = await board.PickAsync(NotStarted, 3);
        var subject = await board.SubjectAsync(task);
        var (maya, before) = (await RecordOfAsync(Person.Maya, "0-2", company), await Sandbox.NowAsync());

        await maya.Page.GetByRole(AriaRole.Button, new() { Name = "Associate a task" }).ClickAsync();
        await Assertions.Expect(maya.Page.Locator(".associate input")).ToBeFocusedAsync();
        await maya.Page.Keyboard.TypeAsync(subject);
        await maya.Page.Locator(".associate li button").First.ClickAsync();
        await Assertions.Expect(maya.Page.Locator(".record .lines [data-task-line]")).ToHaveCountAsync(1);
        var chosen = (await maya.Page.Locator(".record .lines [data-task-line]").GetAttributeAsync("data-task-line"))!;
        await LedgerHasAsync(before, "AssociationAdded|Associated|Linked|PUT", chosen, company);

        await maya.Line(chosen).Locator("[data-dissociate]").ClickAsync();
        await Assertions.Expect(maya.Line(chosen)).ToHaveCountAsync(0);
        await maya.Undo.ClickAsync();
        await Assertions.Expect(maya.Line(chosen)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_record_that_was_archived_keeps_its_tasks_in_sight_and_says_so()
    {
        var company = await Colleague.CompanyAsync(Cast.Name("Leaving"));
        var task = await Colleague.TaskAsync("Was theirs", "0-2", company);
        var maya = await RecordOfAsync(Person.Maya, "0-2", company);
        await Colleague.ArchiveAsync("0-2", company);

        await maya.OpenAsync("0-2", company);

        await Assertions.Expect(maya.Notices).ToContainTextAsync("archived, merged or deleted");
        await Assertions.Expect(maya.Page.Locator("[data-pin]")).ToHaveCountAsync(0);
        await Assertions.Expect(maya.Line(task).Or(maya.Page.GetByText("Nothing is open."))).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("0-1/999999999")]
    [InlineData("0-27/1")]
    [InlineData("2-999/12")]
    [InlineData("0-1/-5")]
    [InlineData("contacts/abc")]
    [InlineData("0-1/99999999999999999999")]
    public async Task What_is_no_record_of_this_portal_has_a_page_that_says_so(string address)
    {
        var visitor = await VisitorAsync(Person.Maya);
        await visitor.GoAsync($"/w/{await Stack.Scene.WorkspaceAsync()}/records/{address}");

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "This record cannot be shown" })).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Search records" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task While_HubSpot_does_not_answer_the_copy_is_shown_and_named_so()
    {
        var company = await Colleague.CompanyAsync(Cast.Name("Copy"));
        var task = await Colleague.TaskAsync("Known here", "0-2", company);
        var maya = await RecordOfAsync(Person.Maya, "0-2", company);
        await Sandbox.FaultAsync("POST", "/batch/read", new { kind = "status", status = 503, body = new { status = "error", message = "down" } });

        await maya.OpenAsync("0-2", company);

        await Assertions.Expect(maya.Notices).ToContainTextAsync("Shown is the copy from the last reading.");
        await Assertions.Expect(maya.Line(task)).ToBeVisibleAsync();
    }

    private Task LedgerHasAsync(long after, string kinds, string task, string record) => Eventually.HoldsAsync(
        async () => (await Sandbox.LedgerAsync(after)).Any(e => Regex.IsMatch($"{e.Kind} {e.Method}", kinds) && $"{e.ObjectId} {e.Path}".Contains(task, StringComparison.Ordinal) && $"{e.ObjectId} {e.Path}".Contains(record, StringComparison.Ordinal)),
        $"association of {task} with {record} in HubSpot");
}
