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

        await Assertions.Expect(cell.Locator("[data-load=over] .figure")).ToHaveTextAsync("9 h");
        await Assertions.Expect(cell.Locator("[data-load=over]")).ToContainTextAsync("18 tasks, 9 h of 8 h, over-full");
    }

    [Fact]
    public async Task Days_of_month_week_and_day_say_their_load_and_the_switch_is_kept_with_the_person()
    {
        var elsewhere = await ElsewhereAsync(20);
        foreach (var (hour, type) in new[] { (9, "CALL"), (10, "MEETING"), (11, "TODO") })
        {
            await elsewhere.Sandbox.EditAsync(new
            {
                objectType = "tasks",
                properties = new Dictionary<string, string> { ["hs_task_subject"] = $"Load {type}", [Due] = Utc($"2034-06-14T{hour:00}:00:00+02:00"), ["hs_task_type"] = type, ["hubspot_owner_id"] = "60188201" },
            });
        }

        var calendar = await CalendarOfAsync(Person.Maya, "date=2034-06-14", at: elsewhere);
        var load = calendar.Zone("day:2034-06-14").Locator("[data-load=fits]");
        await Assertions.Expect(load).ToContainTextAsync("3 tasks, 1 h 45 of 8 h");
        await Assertions.Expect(load.Locator(".figure")).ToHaveTextAsync("1 h 45");

        await calendar.Looks.PressAsync("Enter");
        await calendar.Picker("Load").FocusAsync();
        await calendar.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(load.Locator(".figure")).ToHaveTextAsync("3");
        foreach (var layout in new[] { "week", "day" })
        {
            await GoAsync(calendar, $"show={layout}&date=2034-06-14", elsewhere);
            await Assertions.Expect(calendar.Page.Locator(".heads [data-load] .figure")).ToHaveTextAsync("3");
        }
    }

    [Fact]
    public async Task How_long_tasks_take_is_set_on_the_account_and_refused_in_words_when_it_makes_no_sense()
    {
        var elsewhere = await ElsewhereAsync(20);
        await elsewhere.Sandbox.EditAsync(new
        {
            objectType = "tasks",
            properties = new Dictionary<string, string> { ["hs_task_subject"] = "Long call", [Due] = Utc("2034-07-12T09:00:00+02:00"), ["hs_task_type"] = "CALL", ["hubspot_owner_id"] = "60188201" },
        });
        var calendar = await CalendarOfAsync(Person.Maya, "", at: elsewhere);
        var account = new AccountPage(calendar.Visitor);
        await account.OpenAsync();

        await account.Option("Call").FillAsync("0");
        await account.PressSaveAsync();
        await Assertions.Expect(account.Problem).ToHaveTextAsync("A task takes from 1 to 480 minutes.");
        await account.Option("Call").FillAsync("50");
        await account.SaveAsync();

        await GoAsync(calendar, "date=2034-07-12", elsewhere);
        await Assertions.Expect(calendar.Zone("day:2034-07-12").Locator("[data-load]")).ToContainTextAsync("1 task, 50 min of 8 h");
    }

    [Fact]
    public async Task Selected_overdue_tasks_are_spread_by_keyboard_and_one_undo_brings_all_back()
    {
        var elsewhere = await ElsewhereAsync(20);
        var overdue = new List<string> { await TaskAsync("2020-05-12T09:30+02:00", "Slipped one", elsewhere), await TaskAsync("2020-05-13T09:30+02:00", "Slipped two", elsewhere) };
        var planned = await TaskAsync("2034-08-16T09:30+02:00", "Planned one", elsewhere);
        var calendar = await CalendarOfAsync(Person.Maya, "date=2034-08-14&q=one", at: elsewhere);
        foreach (var id in new[] { overdue[0], planned })
        {
            await calendar.Card(id).FocusAsync();
            await calendar.Page.Keyboard.PressAsync("Shift+Space");
        }

        await GoAsync(calendar, "date=2034-08-14&q=two", elsewhere);
        await calendar.Card(overdue[1]).FocusAsync();
        await calendar.Page.Keyboard.PressAsync("Shift+Space");
        var before = await elsewhere.Sandbox.NowAsync();
        await calendar.Page.Locator("[data-bulk-do=spread]").FocusAsync();
        await calendar.Page.Keyboard.PressAsync("Enter");

        var dialog = calendar.Page.Locator("[data-spread]");
        await Assertions.Expect(dialog).ToBeFocusedAsync();
        await Assertions.Expect(dialog.Locator("[data-spread-of]")).ToHaveTextAsync("2 of 3 selected tasks are overdue; the others stay.");
        await Assertions.Expect(dialog.Locator("input[type=checkbox]")).ToHaveCountAsync(2);
        calendar.Visitor.Expect("Applying inline style");
        Assert.Empty(await Axe.SeriousAsync(calendar.Page, "spreading what is selected"));
        if (Environment.GetEnvironmentVariable("TASKLANE_PICTURES") == "1")
        {
            await calendar.Visitor.PictureAsync(Path.Combine(Clone.Root, "TestResults", "looks", "calendar-spread-chosen.png"));
        }

        await calendar.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        await calendar.Page.Locator("[data-bulk-do=spread]").PressAsync("Enter");
        await dialog.Locator("[data-accept]").PressAsync("Enter");

        await Assertions.Expect(calendar.Page.Locator(".undo")).ToContainTextAsync("Moved 2 tasks to");
        await Assertions.Expect(calendar.Page.Locator("[data-bulk-bar]")).ToHaveCountAsync(0);
        await Eventually.HoldsAsync(
            async () => (await elsewhere.Sandbox.LedgerAsync(before)).Where(effect => effect.Properties?.ContainsKey(Due) == true).Select(effect => effect.ObjectId).Distinct().Order().SequenceEqual(overdue.Order()),
            "both in HubSpot, and nothing else");
        await calendar.Undo.ClickAsync();
        await elsewhere.Sandbox.HasAsync(overdue[0], Due, Utc("2020-05-12T09:30+02:00"), before);
        await elsewhere.Sandbox.HasAsync(overdue[1], Due, Utc("2020-05-13T09:30+02:00"), before);
    }
}
