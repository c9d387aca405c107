using Dashboard.EndToEndTests.Pages;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;

namespace Dashboard.EndToEndTests.Journeys.Calendar;

/// <summary>More than one card, more than one person, more than one place at a time.</summary>
public sealed class ManyJourney(Stack stack) : CalendarJourneys(stack)
{
    [Fact]
    public async Task Several_cards_go_to_one_day_at_once_each_at_its_own_time_and_one_undo_takes_all_back()
    {
        (string Day, string Time, string Id)[] tasks =
        [
            ("2035-05-08", "09:30", await TaskAsync("2035-05-08T09:30+02:00", "Many one")),
            ("2035-05-09", "11:00", await TaskAsync("2035-05-09T11:00+02:00", "Many two")),
            ("2035-05-10", "14:15", await TaskAsync("2035-05-10T14:15+02:00", "Many three")),
        ];
        var calendar = await CalendarOfAsync(Person.Maya, "date=2035-05-07");
        var before = await Sandbox.NowAsync();
        foreach (var (_, _, id) in tasks)
        {
            await calendar.Card(id).ClickAsync(new() { Modifiers = [KeyboardModifier.Control] });
        }

        await calendar.LiftAsync(tasks[0].Id);
        await Assertions.Expect(Goal(calendar)).ToHaveAttributeAsync("data-many", "3");
        await CarryToAsync(calendar, calendar.Zone("day:2035-05-17"));
        await calendar.Page.Mouse.UpAsync();

        foreach (var (_, time, id) in tasks)
        {
            await calendar.IsInAsync("day:2035-05-17", id);
            await StandsAtAsync(calendar, id, $"2035-05-17T{time}");
            await Sandbox.HasAsync(id, Due, Utc($"2035-05-17T{time}+02:00"), before);
        }

        await Assertions.Expect(calendar.Page.Locator(".undo")).ToContainTextAsync("Moved 3 cards");
        await calendar.Undo.ClickAsync();
        foreach (var (day, time, id) in tasks)
        {
            await calendar.IsInAsync($"day:{day}", id);
            await Sandbox.HasAsync(id, Due, Utc($"{day}T{time}+02:00"), before);
        }
    }

    [Fact]
    public async Task An_overdue_card_goes_into_a_day_and_on_to_someday_and_all_counts_follow_at_once()
    {
        // Nothing else bears this word, so that no other task becomes overdue meanwhile.
        var task = await TaskAsync(TimeProvider.System.GetUtcNow().AddHours(-1).ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture), "Slippedwhilst");
        var calendar = await CalendarOfAsync(Person.Maya, "date=2035-06-11&q=Slippedwhilst");
        var before = await Sandbox.NowAsync();
        await calendar.IsInAsync("tray:overdue", task);
        Assert.Equal("1 0 0", await CountsAsync(calendar, "day:2035-06-13"));

        await calendar.LiftAsync(task);
        await CarryToAsync(calendar, calendar.Zone("day:2035-06-13"));
        await calendar.Page.Mouse.UpAsync();
        await calendar.IsInAsync("day:2035-06-13", task);
        Assert.Equal("0 0 1", await CountsAsync(calendar, "day:2035-06-13"));

        await calendar.LiftAsync(task);
        await CarryToAsync(calendar, calendar.Zone("someday:"));
        await calendar.Page.Mouse.UpAsync();
        await calendar.IsInAsync("someday:", task);
        Assert.Equal("0 1 0", await CountsAsync(calendar, "day:2035-06-13"));
        await Sandbox.HasAsync(task, Due, Utc("2099-12-31T12:00+01:00"), before);
    }

    [Fact]
    public async Task A_colleagues_move_is_on_the_other_calendar_at_once_and_what_is_done_in_HubSpot_arrives_too()
    {
        var task = await TaskAsync("2035-07-10T09:30+02:00", "Seen by both");
        var (maya, daniel) = (await CalendarOfAsync(Person.Maya, "date=2035-07-09"), await CalendarOfAsync(Person.Daniel, "show=week&date=2035-07-09"));
        var before = await Sandbox.NowAsync();
        await daniel.IsInAsync("times:2035-07-10", task);

        await maya.LiftAsync(task);
        await CarryToAsync(maya, maya.Zone("day:2035-07-12"));
        await maya.Page.Mouse.UpAsync();

        await daniel.IsInAsync("times:2035-07-12", task);
        await Assertions.Expect(daniel.News).ToContainTextAsync("Maya Okafor moved");
        await Sandbox.HasAsync(task, Due, Utc("2035-07-12T09:30+02:00"), before);

        await Sandbox.EditAsync(new { id = task, properties = new Dictionary<string, string> { [Due] = Utc("2035-07-11T16:45+02:00") } });
        await Assertions.Expect(daniel.CardIn("times:2035-07-11", task)).ToHaveAttributeAsync("data-at", "2035-07-11T16:45", new() { Timeout = 60_000 });
        await Assertions.Expect(maya.CardIn("day:2035-07-11", task)).ToBeAttachedAsync(new() { Timeout = 60_000 });
    }

    /// <summary>Of the tray's overdue part, of someday, and of a day: all as they stand in the page at this moment.</summary>
    private static async Task<string> CountsAsync(BoardPage calendar, string day) => await calendar.Page.EvaluateAsync<string>(
        "day => ['tray:overdue', 'someday:', day].map(zone => +document.querySelector(`[data-zone='${zone}'] [data-count]`).dataset.count).join(' ')", day);
}
