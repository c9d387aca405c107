using Dashboard.EndToEndTests.Pages;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;

namespace Dashboard.EndToEndTests.Journeys.Calendar;

/// <summary>The calendar as it looks: full, narrow, in the dark, to machines that judge accessibility, to those who may only read.</summary>
public sealed class LooksJourney(Stack stack) : CalendarJourneys(stack)
{
    private static readonly string[] Layouts = ["month", "week", "day", "agenda", "team"];

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_finds_nothing_serious(ColorScheme scheme)
    {
        var calendar = await CalendarOfAsync(Person.Maya, "", new() { ColorScheme = scheme });
        calendar.Visitor.Expect("Applying inline style");
        var found = new List<string>();
        foreach (var layout in Layouts)
        {
            await GoAsync(calendar, $"show={layout}");
            found.AddRange(await Axe.SeriousAsync(calendar.Page, layout));
        }

        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
    }

    [Fact]
    public async Task Nothing_scrolls_sideways_on_a_phone_but_the_days_themselves()
    {
        var calendar = await CalendarOfAsync(Person.Maya, "", new() { ViewportSize = new() { Width = 320, Height = 640 } });
        foreach (var layout in Layouts)
        {
            await GoAsync(calendar, $"show={layout}");
            Assert.True(await calendar.Page.EvaluateAsync<bool>("document.querySelector('main').scrollWidth <= innerWidth && document.documentElement.scrollWidth <= innerWidth"), $"{layout} scrolls sideways");
        }
    }

    [Fact]
    public async Task More_of_a_day_opens_a_list_whose_cards_can_be_dragged_and_Escape_closes_it()
    {
        var ids = new List<string>();
        for (var hour = 8; hour < 15; hour++)
        {
            ids.Add(await TaskAsync($"2033-05-10T{hour:00}:00+02:00", $"Seven {hour}"));
        }

        var calendar = await CalendarOfAsync(Person.Maya, "date=2033-05-09");
        var (day, before) = (calendar.Zone("day:2033-05-10"), await Sandbox.NowAsync());
        await Assertions.Expect(day.Locator("[data-more]")).ToHaveTextAsync("+3 more");
        await day.Locator("[data-more]").ClickAsync();
        await Assertions.Expect(calendar.Card(ids[6])).ToBeVisibleAsync();
        await calendar.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(calendar.Card(ids[6])).ToHaveCountAsync(0);

        await day.Locator("[data-more]").ClickAsync();
        await calendar.LiftAsync(ids[6]);
        await CarryToAsync(calendar, calendar.Zone("day:2033-05-19"));
        await calendar.Page.Mouse.UpAsync();

        await calendar.IsInAsync("day:2033-05-19", ids[6]);
        await Sandbox.HasAsync(ids[6], Due, Utc("2033-05-19T14:00+02:00"), before);
    }

    [Fact]
    public async Task Completed_tasks_are_muted_and_go_away_at_a_click_and_the_address_keeps_all()
    {
        var task = await TaskAsync("2033-06-14T09:30+02:00", "Done one");
        await Sandbox.EditAsync(new { id = task, properties = new Dictionary<string, string> { ["hs_task_status"] = "COMPLETED" } });
        var calendar = await CalendarOfAsync(Person.Maya, "date=2033-06-13");
        await Assertions.Expect(calendar.Card(task)).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("closed"));

        await calendar.Page.Locator("[data-done]").ClickAsync();
        await Assertions.Expect(calendar.Card(task)).ToHaveCountAsync(0);

        var colleague = await CalendarOfAsync(Person.Daniel, "");
        await colleague.Visitor.GoAsync(new Uri(calendar.Page.Url).PathAndQuery);
        await Assertions.Expect(colleague.Zone("day:2033-06-14")).ToBeVisibleAsync();
        await Assertions.Expect(colleague.Card(task)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_thumb_plans_from_the_list_of_a_day()
    {
        var task = await TaskAsync("2033-07-12T09:30+02:00");
        var calendar = await CalendarOfAsync(Person.Maya, "date=2033-07-11", new() { HasTouch = true, IsMobile = true, ViewportSize = new() { Width = 390, Height = 844 } });
        var before = await Sandbox.NowAsync();
        await calendar.Zone("day:2033-07-12").Locator("[data-badge]").TapAsync();
        await Assertions.Expect(calendar.Card(task)).ToBeVisibleAsync();
        var box = (await calendar.Zone("day:2033-07-07").BoundingBoxAsync())!;

        await calendar.DragByThumbAsync(task, box.X + (box.Width / 2), box.Y + (box.Height / 2));

        await Sandbox.HasAsync(task, Due, Utc("2033-07-07T09:30+02:00"), before);
    }
}
