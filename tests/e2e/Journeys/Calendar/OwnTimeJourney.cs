using Dashboard.EndToEndTests.Pages;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;

namespace Dashboard.EndToEndTests.Journeys.Calendar;

/// <summary>A clock of 12 hours and a working day of one's own, wherever planning says or stores a time.</summary>
public sealed class OwnTimeJourney(Stack stack) : CalendarJourneys(stack)
{
    [Fact]
    public async Task Drag_undo_and_new_tasks_go_by_the_persons_clock_and_working_day()
    {
        var elsewhere = await ElsewhereAsync(20);
        var task = await TaskAsync("2036-05-13T14:30+02:00", at: elsewhere);
        var calendar = await CalendarOfAsync(Person.Maya, "date=2036-05-12", at: elsewhere);
        var account = new AccountPage(calendar.Visitor);
        await account.OpenAsync();
        await account.Option("2:30 PM").CheckAsync();
        await account.Hour("to").FillAsync("18:45");
        await account.SaveAsync();
        await GoAsync(calendar, "date=2036-05-12", elsewhere);

        await calendar.LiftAsync(task);
        await CarryToAsync(calendar, calendar.Zone("day:2036-05-21"));
        await Assertions.Expect(Goal(calendar)).ToHaveAttributeAsync("data-goal", "Wed 21 May 2:30 PM, +8 days");
        await calendar.Page.Mouse.UpAsync();
        await calendar.IsInAsync("day:2036-05-21", task);
        await Assertions.Expect(calendar.Page.Locator(".undo")).ToContainTextAsync("Moved to Wed 21 May 2:30 PM");

        var before = await elsewhere.Sandbox.NowAsync();
        await calendar.Card(task).FocusAsync();
        await calendar.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(calendar.Zone("day:2036-05-22")).ToBeFocusedAsync();
        await calendar.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(calendar.Page.Locator("[data-new-panel] input").First).ToBeFocusedAsync();
        await calendar.Page.Keyboard.TypeAsync("Visit Meridian");
        await calendar.Page.Keyboard.PressAsync("Enter");

        await Eventually.HoldsAsync(
            async () => (await elsewhere.Sandbox.LedgerAsync(before)).Any(effect => effect.Properties?.GetValueOrDefault("hs_task_subject") == "Visit Meridian" && effect.Properties.GetValueOrDefault(Due) == Utc("2036-05-22T18:45+02:00")),
            "the task in HubSpot, due when the working day ends");
    }

    [Fact]
    public async Task A_card_dropped_into_hours_shows_the_persons_clock_before_the_server_answers()
    {
        var elsewhere = await ElsewhereAsync(20);
        var task = await TaskAsync("2036-06-10T09:30+02:00", at: elsewhere);
        var calendar = await CalendarOfAsync(Person.Maya, "", at: elsewhere);
        var account = new AccountPage(calendar.Visitor);
        await account.OpenAsync();
        await account.Option("2:30 PM").CheckAsync();
        await account.SaveAsync();
        await GoAsync(calendar, "show=week&date=2036-06-09", elsewhere);
        var seen = await calendar.Page.EvaluateHandleAsync(
            """
            () => { const seen = []; new MutationObserver(() => { const at = document.querySelector('[data-landing] .at'); if (at) seen.push(at.textContent); }).observe(document.body, { childList: true, subtree: true, characterData: true }); return seen; }
            """);

        await calendar.LiftAsync(task);
        await CarryToAsync(calendar, calendar.Page.Locator("[data-zone='slot:2036-06-11T14:00']"));
        await calendar.Page.Mouse.UpAsync();

        await StandsAtAsync(calendar, task, "2036-06-11T14:00");
        Assert.Equal(["2:00 PM"], (await seen.JsonValueAsync<string[]>()).Distinct());
    }
}
