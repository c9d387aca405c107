using Dashboard.EndToEndTests.Pages.Tasks;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;
using static Dashboard.EndToEndTests.Pages.BoardPage;

namespace Dashboard.EndToEndTests.Journeys.Tasks;

/// <summary>A task edited over a slow line: the server hears of each key later than the eye sees it.</summary>
public sealed class TypingJourney(Stack stack) : Journey(stack)
{
    private const string Subject = "hs_task_subject";

    [Fact]
    public async Task What_arrives_while_I_type_stays_out_of_my_hands_and_is_told_when_I_am_done()
    {
        var (drawer, line, task) = await OpenedAsync();
        var theirs = $"Theirs {Guid.NewGuid():N}";
        var other = await BoardOfAsync(Person.Daniel);
        line.Hold();
        await Sandbox.EditAsync(new { id = task, properties = new { hs_task_subject = theirs } });
        await Assertions.Expect(other.Card(task).Locator("[data-subject]")).ToHaveTextAsync(theirs);

        await drawer.Title.FillAsync("Mine");
        line.Release();
        await Assertions.Expect(drawer.Page.Locator($"[data-cards] > [data-task-id='{task}'] [data-subject]")).ToHaveTextAsync(theirs);
        await Assertions.Expect(drawer.Title).ToHaveValueAsync("Mine");
        await drawer.Title.PressAsync("Enter");

        await Assertions.Expect(drawer.Said(Subject)).ToContainTextAsync(theirs);
        await Assertions.Expect(drawer.Said(Subject)).ToContainTextAsync("Mine");
    }

    [Fact]
    public async Task What_was_typed_and_taken_back_gives_way_to_what_arrived()
    {
        var (drawer, line, task) = await OpenedAsync();
        var theirs = $"Theirs {Guid.NewGuid():N}";
        var before = await drawer.Title.InputValueAsync();
        var other = await BoardOfAsync(Person.Daniel);
        line.Hold();
        await Sandbox.EditAsync(new { id = task, properties = new { hs_task_subject = theirs } });
        await Assertions.Expect(other.Card(task).Locator("[data-subject]")).ToHaveTextAsync(theirs);

        await drawer.Title.FillAsync("Mine");
        await drawer.Title.FillAsync(before);
        line.Release();
        await Assertions.Expect(drawer.Page.Locator($"[data-cards] > [data-task-id='{task}'] [data-subject]")).ToHaveTextAsync(theirs);
        await drawer.Title.PressAsync("Enter");

        await Assertions.Expect(drawer.Title).ToHaveValueAsync(theirs);
        await Assertions.Expect(drawer.Said(Subject)).ToHaveCountAsync(0);
    }

    private async Task<(DrawerPage Drawer, Line Line, string Task)> OpenedAsync()
    {
        var board = await BoardOfAsync(Person.Maya);
        var task = await board.PickAsync(NotStarted, 5);
        var line = await Line.TapAsync(board.Page);
        var drawer = new DrawerPage(board.Visitor, await Stack.Scene.WorkspaceAsync());
        await drawer.OpenAsync(task);
        await Assertions.Expect(drawer.State).ToHaveTextAsync("In HubSpot");
        return (drawer, line, task);
    }
}
