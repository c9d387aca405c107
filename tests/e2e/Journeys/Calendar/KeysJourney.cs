using Dashboard.EndToEndTests.Pages;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;

namespace Dashboard.EndToEndTests.Journeys.Calendar;

/// <summary>The calendar without a mouse.</summary>
public sealed class KeysJourney(Stack stack) : CalendarJourneys(stack)
{
    [Fact]
    public async Task Alt_with_arrows_moves_by_days_and_weeks_and_says_the_full_date()
    {
        var task = await TaskAsync("2032-05-11T09:30+02:00", "Keyed one");
        var calendar = await CalendarOfAsync(Person.Maya, "date=2032-05-10");
        var before = await Sandbox.NowAsync();
        await calendar.Card(task).FocusAsync();

        await calendar.Page.Keyboard.PressAsync("Alt+ArrowRight");
        await Assertions.Expect(calendar.Said).ToContainTextAsync("Keyed one, Wednesday 12 May 2032 09:30, +1 day");
        await calendar.IsInAsync("day:2032-05-12", task);
        await Assertions.Expect(calendar.Card(task)).ToBeFocusedAsync();
        await calendar.Page.Keyboard.PressAsync("Alt+ArrowDown");
        await calendar.IsInAsync("day:2032-05-19", task);
        await Assertions.Expect(calendar.Card(task)).ToBeFocusedAsync();
        await calendar.Page.Keyboard.PressAsync("Alt+PageUp");

        await calendar.IsInAsync("day:2032-05-12", task);
        await Sandbox.HasAsync(task, Due, Utc("2032-05-12T09:30+02:00"), before);
        await Assertions.Expect(calendar.Notices).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_week_beyond_the_page_turns_it_and_keeps_the_focus()
    {
        var task = await TaskAsync("2032-06-08T09:30+02:00");
        var calendar = await CalendarOfAsync(Person.Maya, "show=week&date=2032-06-07");
        await calendar.Card(task).FocusAsync();

        await calendar.Page.Keyboard.PressAsync("Alt+PageDown");

        await calendar.IsInAsync("times:2032-06-15", task);
        await Assertions.Expect(calendar.Card(task)).ToBeFocusedAsync();
        await calendar.Page.Keyboard.PressAsync("Alt+ArrowDown");
        await StandsAtAsync(calendar, task, "2032-06-15T09:45");
    }

    [Fact]
    public async Task Space_picks_up_arrows_carry_and_Enter_drops()
    {
        var task = await TaskAsync("2032-07-13T09:30+02:00");
        var calendar = await CalendarOfAsync(Person.Maya, "date=2032-07-12");
        var before = await Sandbox.NowAsync();
        await calendar.Card(task).FocusAsync();

        await calendar.Page.Keyboard.PressAsync("Space");
        await calendar.Page.Keyboard.PressAsync("ArrowRight");
        await calendar.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(calendar.Said).ToContainTextAsync("Wed 21 Jul 09:30, +8 days");
        await calendar.Page.Keyboard.PressAsync("Enter");

        await calendar.IsInAsync("day:2032-07-21", task);
        await Sandbox.HasAsync(task, Due, Utc("2032-07-21T09:30+02:00"), before);
    }

    [Fact]
    public async Task Enter_on_an_empty_day_begins_a_task_there_and_title_and_Enter_are_enough()
    {
        var task = await TaskAsync("2032-08-10T09:30+02:00");
        var calendar = await CalendarOfAsync(Person.Maya, "date=2032-08-09");
        var before = await Sandbox.NowAsync();
        await calendar.Card(task).FocusAsync();

        await calendar.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(calendar.Zone("day:2032-08-11")).ToBeFocusedAsync();
        await calendar.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(calendar.Page.Locator("[data-new-panel] input").First).ToBeFocusedAsync();
        await calendar.Page.Keyboard.TypeAsync("Visit Meridian");
        await calendar.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(calendar.Zone("day:2032-08-11").GetByText("Visit Meridian")).ToBeVisibleAsync();
        await Eventually.HoldsAsync(
            async () => (await Sandbox.LedgerAsync(before)).Any(effect => effect.Properties?.GetValueOrDefault("hs_task_subject") == "Visit Meridian" && effect.Properties.GetValueOrDefault(Due) == Utc("2032-08-11T17:00+02:00")),
            "the task in HubSpot");
    }

    [Fact]
    public async Task The_menu_offers_days_and_an_exact_time()
    {
        var task = await TaskAsync("2032-09-14T09:30+02:00");
        var calendar = await CalendarOfAsync(Person.Maya, "date=2032-09-13");
        var before = await Sandbox.NowAsync();
        await calendar.Card(task).FocusAsync();

        await calendar.Page.Keyboard.PressAsync("Shift+F10");
        await calendar.Page.Locator("dialog.move-menu input[type=date]").FillAsync("2032-09-16");
        await calendar.Page.Locator("dialog.move-menu input[type=time]").FillAsync("14:20");
        await calendar.Page.GetByRole(AriaRole.Button, new() { Name = "Move", Exact = true }).ClickAsync();

        await StandsAtAsync(calendar, task, "2032-09-16T14:20");
        await Sandbox.HasAsync(task, Due, Utc("2032-09-16T14:20+02:00"), before);
    }
}
