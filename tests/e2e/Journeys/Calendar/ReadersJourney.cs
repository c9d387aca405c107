using Dashboard.EndToEndTests.Pages;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;

namespace Dashboard.EndToEndTests.Journeys.Calendar;

/// <summary>Who may only read plans nothing and is offered nothing to plan with.</summary>
public sealed class ReadersJourney(Stack stack) : CalendarJourneys(stack)
{
    private const string Handles = "[data-draggable], [data-move-menu], [data-add], [data-add-slots], [data-spread-these]";

    [Fact]
    public async Task Readers_see_no_handles_and_no_plus_in_any_layout()
    {
        await TaskAsync("2036-09-09T09:30+02:00", "Only read");
        var (maya, ben) = (await CalendarOfAsync(Person.Maya, "date=2036-09-08"), await CalendarOfAsync(Person.Ben, "date=2036-09-08"));
        foreach (var layout in new[] { "month", "week", "workweek", "day", "agenda", "team" })
        {
            var query = $"show={layout}&date=2036-09-09";
            await GoAsync(maya, query);
            await GoAsync(ben, query);
            Assert.NotEqual(0, await maya.Page.Locator(Handles).CountAsync());
            await Assertions.Expect(ben.Page.GetByText("Only read").First).ToBeVisibleAsync();
            Assert.Equal(0, await ben.Page.Locator(Handles).CountAsync());
        }
    }

    [Fact]
    public async Task No_drag_and_no_key_of_a_reader_moves_a_task()
    {
        var task = await TaskAsync("2036-10-07T09:30+02:00", "Stays put");
        var ben = await CalendarOfAsync(Person.Ben, "date=2036-10-06");
        var before = await Sandbox.NowAsync();

        var box = (await ben.Card(task).BoundingBoxAsync())!;
        await ben.Page.Mouse.MoveAsync(box.X + 20, box.Y + 8);
        await ben.Page.Mouse.DownAsync();
        await ben.Page.Mouse.MoveAsync(box.X + 20, box.Y + 160, new() { Steps = 8 });
        await Assertions.Expect(Goal(ben)).ToHaveCountAsync(0);
        await ben.Page.Mouse.UpAsync();

        foreach (var key in new[] { "Alt+ArrowRight", "Alt+ArrowDown", "Alt+PageDown" })
        {
            await ben.Card(task).FocusAsync();
            await ben.Page.Keyboard.PressAsync(key);
            await Assertions.Expect(ben.Said).ToContainTextAsync("You can read this calendar");
        }

        await ben.Page.Keyboard.PressAsync("Shift+F10");
        await Assertions.Expect(ben.Page.Locator("dialog.move-menu")).ToHaveCountAsync(0);
        await ben.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(ben.Zone("day:2036-10-08")).ToBeFocusedAsync();
        await ben.Page.Keyboard.PressAsync("Enter");
        await ben.Zone("day:2036-10-09").ClickAsync();

        // Somebody who may move does so after all that: of everything before, nothing was sent.
        var maya = await CalendarOfAsync(Person.Maya, "date=2036-10-06");
        await maya.Card(task).FocusAsync();
        await maya.Page.Keyboard.PressAsync("Alt+ArrowRight");
        var written = await Sandbox.HasAsync(task, Due, Utc("2036-10-08T09:30+02:00"), before);
        Assert.Single(written);
        Assert.DoesNotContain("new=", ben.Page.Url, StringComparison.Ordinal);
        await ben.IsInAsync("day:2036-10-08", task);
    }
}
