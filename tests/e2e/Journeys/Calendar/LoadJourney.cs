using Dashboard.EndToEndTests.Pages;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;

namespace Dashboard.EndToEndTests.Journeys.Calendar;

/// <summary>How full days are, and what is done about what slipped.</summary>
public sealed class LoadJourney(Stack stack) : CalendarJourneys(stack)
{
    [Fact]
    public async Task Overdue_tasks_are_spread_over_working_days_but_for_those_left_and_all_come_back_at_once()
    {
        var elsewhere = await ElsewhereAsync();
        var calendar = await CalendarOfAsync(Person.Maya, "", at: elsewhere);
        var overdue = calendar.Zone("tray:overdue");
        var all = await calendar.CountAsync("tray:overdue");
        var before = await elsewhere.Sandbox.NowAsync();

        await overdue.Locator("[data-spread-these]").ClickAsync();
        var dialog = calendar.Page.Locator("[data-spread]");
        await Assertions.Expect(dialog.Locator("input[type=checkbox]")).ToHaveCountAsync(all);
        await dialog.Locator("#spread-days").FillAsync("3");
        await dialog.Locator("#spread-days").PressAsync("Enter");
        await Assertions.Expect(dialog.Locator("h3")).ToHaveCountAsync(Math.Min(3, all));
        await dialog.Locator("input[type=checkbox]").First.UncheckAsync();
        await dialog.Locator("[data-accept]").ClickAsync();

        await Assertions.Expect(overdue.Locator("[data-count]")).ToHaveAttributeAsync("data-count", "1");
        await Eventually.HoldsAsync(
            async () => (await elsewhere.Sandbox.LedgerAsync(before)).Where(effect => effect.Properties?.ContainsKey(Due) == true).Select(effect => effect.ObjectId).Distinct().Count() == all - 1,
            "all but one in HubSpot");

        await calendar.Undo.ClickAsync();
        await Assertions.Expect(overdue.Locator("[data-count]")).ToHaveAttributeAsync("data-count", all.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_persons_full_day_says_so_in_words()
    {
        var elsewhere = await ElsewhereAsync();
        for (var hour = 0; hour < 18; hour++)
        {
            await elsewhere.Sandbox.EditAsync(new
            {
                objectType = "tasks",
                properties = new Dictionary<string, string> { ["hs_task_subject"] = $"Full {hour}", [Due] = Utc($"2034-05-10T{6 + (hour / 2):00}:00+02:00"), ["hs_task_type"] = "TODO", ["hubspot_owner_id"] = "60188201" },
            });
        }

        var calendar = await CalendarOfAsync(Person.Maya, "show=team&date=2034-05-10", at: elsewhere);
        var cell = calendar.Zone("owner:60188201|day:2034-05-10");

        await Assertions.Expect(cell.Locator(".load.over")).ToContainTextAsync("9 h");
        await Assertions.Expect(cell.Locator("progress")).ToHaveAttributeAsync("aria-label", "9 h of work planned of 8 h");
    }
}
