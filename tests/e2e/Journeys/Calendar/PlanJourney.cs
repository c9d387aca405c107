using Dashboard.EndToEndTests.Pages;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;

namespace Dashboard.EndToEndTests.Journeys.Calendar;

/// <summary>Planning by hand: what the cell under the pointer says is what HubSpot gets.</summary>
public sealed class PlanJourney(Stack stack) : CalendarJourneys(stack)
{
    [Fact]
    public async Task A_card_dropped_on_another_day_keeps_its_time_of_day_and_undo_brings_it_back()
    {
        var task = await TaskAsync("2031-05-13T09:30+02:00");
        var calendar = await CalendarOfAsync(Person.Maya, "date=2031-05-12");
        var before = await Sandbox.NowAsync();

        await calendar.LiftAsync(task);
        await CarryToAsync(calendar, calendar.Zone("day:2031-05-21"));
        await Assertions.Expect(Goal(calendar)).ToHaveAttributeAsync("data-goal", "Wed 21 May 09:30, +8 days");
        await calendar.Page.Mouse.UpAsync();

        await calendar.IsInAsync("day:2031-05-21", task);
        await Sandbox.HasAsync(task, Due, Utc("2031-05-21T09:30+02:00"), before);
        await Assertions.Expect(calendar.Page.Locator(".undo")).ToContainTextAsync("Moved to Wed 21 May 09:30");

        await calendar.Undo.ClickAsync();
        await calendar.IsInAsync("day:2031-05-13", task);
        await Sandbox.HasAsync(task, Due, Utc("2031-05-13T09:30+02:00"), before);
    }

    [Theory]
    [InlineData("2031-03-27", "2031-03-31", "2031-03-27T09:30+01:00", "2031-03-31T09:30+02:00")]
    [InlineData("2031-10-23", "2031-10-27", "2031-10-23T09:30+02:00", "2031-10-27T09:30+01:00")]
    public async Task A_clock_change_between_two_days_shifts_nothing(string from, string to, string was, string becomes)
    {
        var task = await TaskAsync(was);
        var calendar = await CalendarOfAsync(Person.Maya, $"date={from}");
        var before = await Sandbox.NowAsync();

        await calendar.LiftAsync(task);
        await CarryToAsync(calendar, calendar.Zone($"day:{to}"));
        await calendar.Page.Mouse.UpAsync();

        await StandsAtAsync(calendar, task, $"{to}T09:30");
        await Sandbox.HasAsync(task, Due, Utc(becomes), before);
    }

    [Theory]
    [InlineData("Pacific/Honolulu", "-10:00")]
    [InlineData("Etc/UTC", "+00:00")]
    [InlineData("Asia/Kathmandu", "+05:45")]
    [InlineData("Pacific/Tongatapu", "+13:00")]
    public async Task The_stored_instant_is_the_slot_under_the_pointer(string zone, string offset)
    {
        var task = await TaskAsync($"2031-05-13T10:00{offset}");
        var calendar = await CalendarOfAsync(Person.Maya, "show=week&date=2031-05-12", new() { TimezoneId = zone, DeviceScaleFactor = 1.5f });
        // The zone is known from the second page on.
        await GoAsync(calendar, "show=week&date=2031-05-12");
        await StandsAtAsync(calendar, task, "2031-05-13T10:00");
        var before = await Sandbox.NowAsync();

        await calendar.Page.EvaluateAsync("document.querySelector('[data-hours]').scrollTop = 300");
        await calendar.LiftAsync(task);
        await CarryToAsync(calendar, calendar.Zone("slot:2031-05-15T13:45"));
        await calendar.Page.Mouse.UpAsync();

        await StandsAtAsync(calendar, task, "2031-05-15T13:45");
        await Sandbox.HasAsync(task, Due, Utc($"2031-05-15T13:45{offset}"), before);
    }

    [Fact]
    public async Task Shift_snaps_to_five_minutes_and_a_drop_in_place_sends_nothing()
    {
        var task = await TaskAsync("2031-06-03T10:10+02:00");
        var calendar = await CalendarOfAsync(Person.Maya, "show=week&date=2031-06-02");
        var before = await Sandbox.NowAsync();

        await calendar.LiftAsync(task);
        await calendar.Page.Mouse.UpAsync();
        await StandsAtAsync(calendar, task, "2031-06-03T10:10");

        await calendar.LiftAsync(task);
        await CarryToAsync(calendar, calendar.Zone("slot:2031-06-04T14:00"), fine: true);
        await calendar.Page.Mouse.UpAsync();
        await calendar.Page.Keyboard.UpAsync("Shift");

        await StandsAtAsync(calendar, task, "2031-06-04T14:05");
        var written = await Sandbox.HasAsync(task, Due, Utc("2031-06-04T14:05+02:00"), before);
        Assert.Single(written);
    }

    [Fact]
    public async Task Resting_at_the_edge_turns_the_page_and_a_drop_lands_on_the_day_shown()
    {
        var task = await TaskAsync("2031-07-08T11:00+02:00");
        var calendar = await CalendarOfAsync(Person.Maya, "show=week&date=2031-07-07");
        var before = await Sandbox.NowAsync();

        await calendar.LiftAsync(task);
        var box = (await calendar.Page.Locator("[data-scroll]").BoundingBoxAsync())!;
        await calendar.Page.Mouse.MoveAsync(box.X + box.Width - 8, box.Y + 300, new() { Steps = 6 });
        await Assertions.Expect(calendar.Zone("times:2031-07-08")).ToHaveCountAsync(0);

        // Whoever rests on turns on: away from the edge first, then a look at what is shown.
        await calendar.Page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + 300, new() { Steps = 6 });
        await calendar.Page.WaitForFunctionAsync(
            """
            () => {
              const days = [...document.querySelectorAll('[data-timed]')].map(day => day.dataset.date);
              const date = new URLSearchParams(location.search).get('date');
              return days[0] <= date && date <= days.at(-1);
            }
            """);
        var day = (await calendar.Page.Locator("[data-timed]").Nth(2).GetAttributeAsync("data-date"))!;
        await CarryToAsync(calendar, calendar.Zone($"slot:{day}T15:00"));
        await calendar.Page.Mouse.UpAsync();

        Assert.True(string.CompareOrdinal(day, "2031-07-14") > 0);
        await StandsAtAsync(calendar, task, $"{day}T15:00");
        await Sandbox.HasAsync(task, Due, Utc($"{day}T15:00+02:00"), before);
    }

    [Fact]
    public async Task A_persons_day_in_the_team_week_reassigns_and_plans_in_one_write()
    {
        var task = await TaskAsync("2031-08-05T10:00+02:00");
        var calendar = await CalendarOfAsync(Person.Maya, "show=team&date=2031-08-04");
        var cell = calendar.Page.Locator("[data-zone^='owner:'][data-zone$='|day:2031-08-07']:not([data-nodrop])").First;
        var zone = (await cell.GetAttributeAsync("data-zone"))!;
        var before = await Sandbox.NowAsync();

        await calendar.LiftAsync(task);
        await CarryToAsync(calendar, cell);
        await calendar.Page.Mouse.UpAsync();

        await calendar.IsInAsync(zone, task);
        var written = Assert.Single(await Sandbox.HasAsync(task, Due, Utc("2031-08-07T10:00+02:00"), before));
        Assert.Equal(zone.Split('|')[0]["owner:".Length..], written.Properties!["hubspot_owner_id"]);
    }

    [Fact]
    public async Task Someday_takes_a_card_from_the_calendar_and_gives_it_back()
    {
        var task = await TaskAsync("2031-09-09T10:00+02:00");
        var calendar = await CalendarOfAsync(Person.Maya, "date=2031-09-08");
        var before = await Sandbox.NowAsync();

        await calendar.LiftAsync(task);
        await CarryToAsync(calendar, calendar.Zone("someday:"));
        await calendar.Page.Mouse.UpAsync();
        await calendar.IsInAsync("someday:", task);
        await Sandbox.HasAsync(task, Due, Utc("2099-12-31T12:00+01:00"), before);

        await calendar.LiftAsync(task);
        await CarryToAsync(calendar, calendar.Zone("day:2031-09-11"));
        await calendar.Page.Mouse.UpAsync();
        await calendar.IsInAsync("day:2031-09-11", task);
        await Sandbox.HasAsync(task, Due, Utc("2031-09-11T12:00+02:00"), before);
    }

    [Fact]
    public async Task A_refused_plan_goes_back_to_its_day_with_HubSpots_reason()
    {
        var elsewhere = await ElsewhereAsync();
        var task = await TaskAsync("2031-05-13T09:30+02:00", "Refused one", elsewhere);
        var calendar = await CalendarOfAsync(Person.Maya, "date=2031-05-12", at: elsewhere);
        await elsewhere.Sandbox.FaultAsync("PATCH", "/objects/.*(tasks|0-27)/", new { kind = "status", status = 400, body = new { status = "error", message = "This date may not be set.", category = "VALIDATION_ERROR" } });

        await calendar.LiftAsync(task);
        await CarryToAsync(calendar, calendar.Zone("day:2031-05-21"));
        await calendar.Page.Mouse.UpAsync();

        await calendar.IsRefusedAsync(task);
        await calendar.IsInAsync("day:2031-05-13", task);
        await Assertions.Expect(calendar.Notices.First).ToContainTextAsync("This date may not be set.");
        await elsewhere.Sandbox.ClearFaultsAsync();
    }

    [Fact]
    public async Task A_drop_on_a_free_day_is_asked_of_once_and_the_answer_is_remembered()
    {
        var elsewhere = await ElsewhereAsync();
        var (first, second) = (await TaskAsync("2031-05-13T09:30+02:00", "Weekend one", elsewhere), await TaskAsync("2031-05-14T09:30+02:00", "Weekend two", elsewhere));
        var calendar = await CalendarOfAsync(Person.Maya, "date=2031-05-12", at: elsewhere);
        var before = await elsewhere.Sandbox.NowAsync();

        await calendar.LiftAsync(first);
        await CarryToAsync(calendar, calendar.Zone("day:2031-05-17"));
        await calendar.Page.Mouse.UpAsync();
        await calendar.IsInAsync("day:2031-05-17", first);
        await Assertions.Expect(calendar.Notices.First).ToContainTextAsync("Saturday is not one of your working days");
        await calendar.Page.Locator("[data-free-move]").ClickAsync();
        await calendar.IsInAsync("day:2031-05-19", first);
        await elsewhere.Sandbox.HasAsync(first, Due, Utc("2031-05-19T09:30+02:00"), before);

        await GoAsync(calendar, "date=2031-05-12", elsewhere);
        await calendar.LiftAsync(second);
        await CarryToAsync(calendar, calendar.Zone("day:2031-05-18"));
        await calendar.Page.Mouse.UpAsync();
        await calendar.IsInAsync("day:2031-05-19", second);
        await Assertions.Expect(calendar.Page.Locator("[data-free-move]")).ToHaveCountAsync(0);
    }
}
