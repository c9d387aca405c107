using System.Text.RegularExpressions;
using Dashboard.EndToEndTests.Pages;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;

namespace Dashboard.EndToEndTests.Journeys.Calendar;

/// <summary>Calls and the clocks of those who are called: shown, said, never in the way.</summary>
public sealed class CustomerJourney(Stack stack) : CalendarJourneys(stack)
{
    private static readonly Regex Night = new("their-night");

    [Fact]
    public async Task A_call_in_the_hand_shades_the_customers_night_and_lands_there_all_the_same()
    {
        var task = await CallAsync("2034-05-09T17:00+02:00", new { firstname = "Dana", hs_timezone = "america_slash_denver" });
        var calendar = await CalendarOfAsync(Person.Maya, "show=week&date=2034-05-08");
        var before = await Sandbox.NowAsync();

        await calendar.LiftAsync(task);
        await CarryToAsync(calendar, calendar.Zone("slot:2034-05-10T17:00"));
        await Assertions.Expect(Goal(calendar)).ToHaveAttributeAsync("data-goal", "Wed 10 May 17:00, +1 day · 09:00 for them");
        await Assertions.Expect(Hours(calendar)).ToHaveTextAsync("08:00–18:00 on Denver time is 16:00–02:00 here");
        foreach (var (slot, asleep) in new[] { ("01:45", false), ("02:00", true), ("15:45", true), ("16:00", false) })
        {
            var shaded = Assertions.Expect(calendar.Zone($"slot:2034-05-11T{slot}"));
            await (asleep ? shaded : shaded.Not).ToHaveClassAsync(Night);
        }

        await CarryToAsync(calendar, calendar.Zone("slot:2034-05-10T10:00"));
        await Assertions.Expect(Goal(calendar)).ToHaveAttributeAsync("data-goal", "Wed 10 May 10:00, +1 day · 02:00 for them, out of hours");
        await calendar.Page.Mouse.UpAsync();

        await StandsAtAsync(calendar, task, "2034-05-10T10:00");
        await Sandbox.HasAsync(task, Due, Utc("2034-05-10T10:00+02:00"), before);
        await Assertions.Expect(Hours(calendar)).ToHaveCountAsync(0);
        await Assertions.Expect(calendar.Page.Locator(".slot.their-night")).ToHaveCountAsync(0);
        await Assertions.Expect(calendar.Card(task).Locator(".their-night")).ToHaveAttributeAsync("title", "02:00 for the customer on Denver time");
        await Assertions.Expect(calendar.Card(task)).ToHaveAttributeAsync("aria-label", new Regex("02:00 for the customer on Denver time"));
        await Assertions.Expect(calendar.Notices).ToHaveCountAsync(0);
    }

    /// <summary>Clocks in Denver change on 12 March 2034, in Berlin on 26 March.</summary>
    [Theory]
    [InlineData("2034-03-06", "16:00", "08:00 for them", "16:00–02:00")]
    [InlineData("2034-03-13", "15:45", "08:45 for them", "15:00–01:00")]
    [InlineData("2034-03-27", "15:45", "07:45 for them, out of hours", "16:00–02:00")]
    public async Task Both_clocks_change_on_days_of_their_own(string monday, string time, string theirs, string hours)
    {
        var day = DateOnly.Parse(monday, null).AddDays(1).ToString("yyyy-MM-dd", null);
        var (zone, offset) = ($"slot:{day}T{time}", monday == "2034-03-27" ? "+02:00" : "+01:00");
        var task = await CallAsync($"{monday}T12:00{offset}", new { firstname = "Dana", hs_timezone = "america_slash_denver" });
        var calendar = await CalendarOfAsync(Person.Maya, $"show=week&date={monday}");

        await calendar.LiftAsync(task);
        await CarryToAsync(calendar, calendar.Zone(zone));

        await Assertions.Expect(Goal(calendar)).ToHaveAttributeAsync("data-goal", new Regex($" · {Regex.Escape(theirs)}$"));
        await Assertions.Expect(Hours(calendar)).ToHaveTextAsync($"08:00–18:00 on Denver time is {hours} here");
        await calendar.Page.Keyboard.PressAsync("Escape");
    }

    [Fact]
    public async Task The_keyboards_focus_shades_too_and_the_menu_says_their_time()
    {
        var task = await CallAsync("2034-06-13T17:00+02:00", new { firstname = "Dana", hs_timezone = "us_slash_mountain" });
        var calendar = await CalendarOfAsync(Person.Maya, "show=day&date=2034-06-13");
        var before = await Sandbox.NowAsync();
        await calendar.Page.Keyboard.PressAsync("Tab");
        await calendar.Card(task).FocusAsync();
        await Assertions.Expect(Hours(calendar)).ToHaveTextAsync("08:00–18:00 on Denver time is 16:00–02:00 here");
        await Assertions.Expect(calendar.Card(task)).ToHaveAttributeAsync("aria-describedby", "their-hours");
        await Assertions.Expect(calendar.Zone("slot:2034-06-13T12:00")).ToHaveClassAsync(Night);

        await calendar.Page.Keyboard.PressAsync("Shift+F10");
        await Assertions.Expect(calendar.Page.GetByRole(AriaRole.Menuitem, new() { Name = "A week later than now" })).ToContainTextAsync("Tue 20 Jun · 09:00 for them");
        var said = calendar.Page.Locator("dialog.move-menu output");
        await Assertions.Expect(said).ToHaveTextAsync("09:00 for them");
        await calendar.Page.Locator("dialog.move-menu input[type=time]").FillAsync("06:30");
        await Assertions.Expect(said).ToHaveTextAsync("Mon 22:30 for them, out of hours");
        await calendar.Page.Locator("dialog.move-menu input[type=time]").FillAsync("09:30");
        await Assertions.Expect(said).ToHaveTextAsync("01:30 for them, out of hours");
        await calendar.Page.GetByRole(AriaRole.Button, new() { Name = "Move", Exact = true }).ClickAsync();

        await Assertions.Expect(calendar.Said).ToContainTextAsync("Tue 13 Jun 09:30, −7 h 30 min · 01:30 for them, out of hours");
        await StandsAtAsync(calendar, task, "2034-06-13T09:30");
        await Sandbox.HasAsync(task, Due, Utc("2034-06-13T09:30+02:00"), before);
    }

    [Fact]
    public async Task A_country_of_many_zones_is_a_span_and_nothing_known_is_nothing_said()
    {
        var brazil = await CallAsync("2034-07-11T15:00+02:00", new { firstname = "Bia", country = "Brazil" });
        var nowhere = await CallAsync("2034-07-11T09:00+02:00", new { firstname = "Nox", country = "somewhere in the north" });
        var calendar = await CalendarOfAsync(Person.Maya, "show=day&date=2034-07-11");

        await calendar.LiftAsync(brazil);
        await CarryToAsync(calendar, calendar.Zone("slot:2034-07-11T14:00"));
        await Assertions.Expect(Goal(calendar)).ToHaveAttributeAsync("data-goal", "Tue 11 Jul 14:00, −1 h · 07:00–10:00 for them");
        await Assertions.Expect(Hours(calendar)).ToHaveTextAsync("08:00–18:00 in Brazil is 12:00–01:00 here");
        await calendar.Page.Keyboard.PressAsync("Escape");

        await calendar.LiftAsync(nowhere);
        await CarryToAsync(calendar, calendar.Zone("slot:2034-07-11T11:00"));
        await Assertions.Expect(Goal(calendar)).ToHaveAttributeAsync("data-goal", "Tue 11 Jul 11:00, +2 h");
        await Assertions.Expect(calendar.Page.Locator(".their-hours, .slot.their-night")).ToHaveCountAsync(0);
        await calendar.Page.Keyboard.PressAsync("Escape");
    }

    [Fact]
    public async Task The_drawer_says_their_time_beside_the_due_time()
    {
        var task = await CallAsync("2034-08-08T09:30+02:00", new { firstname = "Dana", hs_timezone = "america_slash_phoenix" });
        var calendar = await CalendarOfAsync(Person.Maya, "show=day&date=2034-08-08");
        await calendar.Card(task).Locator("[data-open]").ClickAsync();

        await Assertions.Expect(calendar.Drawer.Locator("[data-theirs]")).ToHaveTextAsync("00:30 for the customer on Phoenix time, outside 08:00–18:00");
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1400)]
    [InlineData(ColorScheme.Dark, 1400)]
    [InlineData(ColorScheme.Light, 390)]
    public async Task Axe_finds_nothing_serious_in_shades_marks_and_words(ColorScheme scheme, int width)
    {
        var task = await CallAsync("2034-09-12T09:30+02:00", new { firstname = "Dana", hs_timezone = "america_slash_phoenix" });
        var calendar = await CalendarOfAsync(Person.Maya, "show=day&date=2034-09-12", new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 844 } });
        calendar.Visitor.Expect("Applying inline style");
        await calendar.Page.Keyboard.PressAsync("Tab");
        await calendar.Card(task).FocusAsync();
        await Assertions.Expect(Hours(calendar)).ToBeVisibleAsync();

        var found = (await Axe.SeriousAsync(calendar.Page, "a night")).ToList();
        await calendar.Page.Keyboard.PressAsync("Shift+F10");
        found.AddRange(await Axe.SeriousAsync(calendar.Page, "the menu"));
        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
        Assert.True(await calendar.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "it scrolls sideways");
    }

    /// <summary>The server's rule for times that a clock leaves out or shows twice, in the browser.</summary>
    [Theory]
    [InlineData("Europe/Berlin", "2034-03-26", "02:30", "2034-03-26T01:00Z")]
    [InlineData("Europe/Berlin", "2034-10-29", "02:30", "2034-10-29T00:30Z")]
    [InlineData("America/New_York", "2034-03-12", "02:15", "2034-03-12T07:00Z")]
    [InlineData("Australia/Lord_Howe", "2034-10-01", "02:10", "2034-09-30T15:30Z")]
    [InlineData("Asia/Kathmandu", "2034-03-08", "02:15", "2034-03-07T20:30Z")]
    [InlineData("Pacific/Tongatapu", "2034-03-08", "02:15", "2034-03-07T13:15Z")]
    public async Task The_browser_reckons_as_the_server_does(string zone, string day, string time, string instant)
    {
        var calendar = await CalendarOfAsync(Person.Maya, "show=day&date=2034-03-08");
        var reckoned = await calendar.Page.EvaluateAsync<double>("async ([zone, day, time]) => (await import('/ui/board/days/instants.js')).instantOf(zone, day, time)", new[] { zone, day, time });
        Assert.Equal(DateTimeOffset.Parse(instant, null).ToUnixTimeMilliseconds(), reckoned);
    }

    private static ILocator Hours(BoardPage calendar) => calendar.Page.Locator(".their-hours");

    private async Task<string> CallAsync(string due, object person) => await Sandbox.EditAsync(new
    {
        properties = new Dictionary<string, string> { ["hs_task_subject"] = "Ring about the visit", [Due] = Utc(due), ["hs_task_status"] = "NOT_STARTED", ["hs_task_type"] = "CALL" },
        associations = new[]
        {
            new
            {
                to = new { id = await Sandbox.EditAsync(new { type = "contacts", properties = person }) },
                types = new[] { new { associationCategory = "HUBSPOT_DEFINED", associationTypeId = 204 } },
            },
        },
    });
}
