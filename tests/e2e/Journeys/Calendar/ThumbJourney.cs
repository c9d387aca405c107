using Dashboard.EndToEndTests.Pages;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;

namespace Dashboard.EndToEndTests.Journeys.Calendar;

/// <summary>The calendar under a thumb.</summary>
public sealed class ThumbJourney(Stack stack) : CalendarJourneys(stack)
{
    private static BrowserNewContextOptions Phone => new() { HasTouch = true, IsMobile = true, ViewportSize = new() { Width = 390, Height = 844 } };

    /// <summary>Hours that were flung go on for a while: ends once they have stood for twenty frames.</summary>
    private const string Rest = """
        hours => new Promise(rests => {
          let [last, still] = [-1, 0];
          const look = () => {
            still = hours.scrollTop === last ? still + 1 : 0;
            last = hours.scrollTop;
            if (still < 20) requestAnimationFrame(look); else rests();
          };
          look();
        })
        """;

    [Fact]
    public async Task A_thumb_that_swipes_scrolls_and_one_that_rests_lifts_to_another_hour()
    {
        var task = await TaskAsync("2037-05-12T10:00+02:00", "Under the thumb");
        var calendar = await CalendarOfAsync(Person.Maya, "show=day&date=2037-05-12", Phone);
        var (hours, before) = (calendar.Page.Locator("[data-hours]"), await Sandbox.NowAsync());
        await calendar.Card(task).ScrollIntoViewIfNeededAsync();
        var stood = await hours.EvaluateAsync<double>("hours => hours.scrollTop");

        await calendar.SwipeAsync(task, -160);
        await Eventually.HoldsAsync(async () => await hours.EvaluateAsync<double>("hours => hours.scrollTop") > stood + 40, "hours that scrolled");
        await Assertions.Expect(Goal(calendar)).ToHaveCountAsync(0);
        await StandsAtAsync(calendar, task, "2037-05-12T10:00");
        await hours.EvaluateAsync(Rest);
        await hours.EvaluateAsync("(hours, top) => hours.scrollTop = top", stood);

        var box = (await calendar.Zone("slot:2037-05-12T12:15").BoundingBoxAsync())!;
        await calendar.DragByThumbAsync(task, box.X + (box.Width / 2), box.Y + (box.Height / 2));

        await StandsAtAsync(calendar, task, "2037-05-12T12:15");
        Assert.Single(await Sandbox.HasAsync(task, Due, Utc("2037-05-12T12:15+02:00"), before));
    }

    [Fact]
    public async Task A_thumb_that_swipes_over_an_open_day_of_a_month_moves_nothing()
    {
        var task = await TaskAsync("2037-06-09T10:00+02:00", "Swiped over");
        var calendar = await CalendarOfAsync(Person.Maya, "date=2037-06-08", Phone);
        var before = await Sandbox.NowAsync();
        await calendar.Zone("day:2037-06-09").Locator("[data-badge]").TapAsync();
        await Assertions.Expect(calendar.Card(task)).ToBeVisibleAsync();

        await calendar.SwipeAsync(task, -200);
        await Assertions.Expect(calendar.InTheHand()).ToHaveCountAsync(0);
        var box = (await calendar.Zone("day:2037-06-04").BoundingBoxAsync())!;
        await calendar.DragByThumbAsync(task, box.X + (box.Width / 2), box.Y + (box.Height / 2));

        Assert.Single(await Sandbox.HasAsync(task, Due, Utc("2037-06-04T10:00+02:00"), before));
    }

    [Theory]
    [InlineData("day", "2037-07-14", 1)]
    [InlineData("day", "2037-08-11", -1)]
    [InlineData("month", "2037-09-15", 1)]
    public async Task A_thumb_that_rests_at_the_edge_turns_the_page_and_drops_on_what_is_shown(string layout, string day, int by)
    {
        var task = await TaskAsync($"{day}T10:00+02:00", "Carried over");
        var calendar = await CalendarOfAsync(Person.Maya, $"show={layout}&date={day}", Phone);
        var before = await Sandbox.NowAsync();
        if (layout == "month")
        {
            await calendar.Zone($"day:{day}").Locator("[data-badge]").TapAsync();
            await Assertions.Expect(calendar.Card(task)).ToBeVisibleAsync();
        }

        await calendar.Card(task).ScrollIntoViewIfNeededAsync();
        var (grip, grid) = ((await calendar.Card(task).BoundingBoxAsync())!, (await calendar.Page.Locator("[data-scroll]").BoundingBoxAsync())!);
        var thumb = await Thumb.PutAsync(calendar.Visitor, (grip.X + 60, grip.Y + 10));
        await Assertions.Expect(Goal(calendar)).ToBeVisibleAsync();
        var middle = grid.Y + (grid.Height / 2);
        await thumb.MoveAsync(by > 0 ? grid.X + grid.Width - 6 : grid.X + 6, middle);
        await Assertions.Expect(calendar.Page.Locator($"[data-zone$=':{day}']:not([data-slot])")).ToHaveCountAsync(0);

        await thumb.MoveAsync(grid.X + (grid.Width / 2), middle);
        var goal = await Eventually.BecomesAsync(
            () => calendar.Page.EvaluateAsync<string?>("document.querySelector('[data-board] .aimed')?.dataset.date"), date => !string.IsNullOrEmpty(date) && date != day, "another day under the thumb");
        await thumb.LiftAsync();

        Assert.Equal(by, Math.Sign(string.CompareOrdinal(goal, day)));
        var written = await Eventually.BecomesAsync(
            async () => (await Sandbox.LedgerAsync(before)).Where(effect => effect.ObjectId == task && effect.Properties?.ContainsKey(Due) == true).ToArray(), all => all.Length > 0, "the plan in HubSpot");
        Assert.Equal(goal, BerlinDay(Assert.Single(written).Properties![Due]!));
    }

    private static string BerlinDay(string instant) =>
        TimeZoneInfo.ConvertTime(DateTimeOffset.Parse(instant, null), TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
