using System.Globalization;
using Dashboard.EndToEndTests.Pages;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;

namespace Dashboard.EndToEndTests.Journeys.Calendar;

/// <summary>A month of thousands: it opens with a few dozen cards, the others are a click away and can be planned like them.</summary>
public sealed class FullMonthJourney(Stack stack) : CalendarJourneys(stack)
{
    /// <summary>Of these about six in ten are due in the weeks around today.</summary>
    private const int Tasks = 4_500;

    /// <summary>Four a day in six weeks.</summary>
    private const int MostCardsInPage = 42 * 4;

    /// <summary>A day with so many that the one from midday is not among the first, and few enough to be listed whole: its zone, and a working day beside it.</summary>
    private const string FindDay = """
        () => {
          const days = [...document.querySelectorAll('.month [data-date]')].filter(day => !day.classList.contains('free') && !day.classList.contains('today'));
          const countOf = day => +day.querySelector('[data-count]').dataset.count;
          const full = days.filter(day => countOf(day) < 190).sort((a, b) => countOf(b) - countOf(a))[0];
          const beside = days[days.indexOf(full) + 7] ?? days[days.indexOf(full) - 7];
          return [full.dataset.date, beside.dataset.date];
        }
        """;

    [Fact]
    public async Task A_month_of_two_thousand_opens_lists_the_rest_and_is_planned_by_hand()
    {
        var other = await ElsewhereAsync(Tasks);
        await other.Sandbox.SwitchAsync(new { rateLimits = false });
        var calendar = await CalendarOfAsync(Person.Maya, "tray=hide", at: other);
        Assert.InRange(int.Parse((await calendar.Shown.InnerTextAsync()).Split(' ')[0], NumberStyles.AllowThousands, CultureInfo.InvariantCulture), 2_000, Tasks);
        Assert.InRange(await calendar.Page.Locator("[data-cards] > [data-task-id]").CountAsync(), 100, MostCardsInPage);

        var days = await calendar.Page.EvaluateAsync<string[]>(FindDay);
        var (from, to) = ($"day:{days[0]}", $"day:{days[1]}");
        var (fromCount, toCount) = (await calendar.CountAsync(from), await calendar.CountAsync(to));
        var task = await TaskAsync(Berlin(days[0], "17:53"), "One of very many", other);
        await HasCountAsync(calendar, from, fromCount + 1);
        await Assertions.Expect(calendar.Card(task)).ToHaveCountAsync(0);
        var before = await other.Sandbox.NowAsync();

        await calendar.Zone(from).Locator("[data-more]").ClickAsync();
        await Assertions.Expect(calendar.Zone(from).Locator("[data-cards] > [data-task-id]")).ToHaveCountAsync(fromCount + 1);
        await calendar.LiftAsync(task);
        await CarryToAsync(calendar, calendar.Zone(to));
        await calendar.Page.Mouse.UpAsync();

        await HasCountAsync(calendar, from, fromCount);
        await HasCountAsync(calendar, to, toCount + 1);
        await other.Sandbox.HasAsync(task, Due, Utc(Berlin(days[1], "17:53")), before);
        await calendar.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(calendar.Zone(from)).Not.ToHaveAttributeAsync("data-open", "");

        // Its week is as full: what the hours have no room for is a click away as well.
        await GoAsync(calendar, $"show=week&tray=hide&date={days[1]}", other);
        Assert.InRange(await calendar.Page.Locator("[data-scroll] [data-cards] > [data-task-id]").CountAsync(), 1, 7 * (144 + 4));
        await GoAsync(calendar, "show=agenda&tray=hide", other);
        await calendar.Page.Locator(".agenda [data-more]").First.ClickAsync();
        await Assertions.Expect(calendar.Page.Locator(".agenda [data-open] [data-close-cell]")).ToBeVisibleAsync();
    }

    private static Task HasCountAsync(BoardPage calendar, string zone, int count) =>
        Assertions.Expect(calendar.Zone(zone).Locator("[data-count]")).ToHaveAttributeAsync("data-count", count.ToString(CultureInfo.InvariantCulture), new() { Timeout = 60_000 });

    /// <summary>A time of Berlin with its offset of that day.</summary>
    private static string Berlin(string day, string time)
    {
        var local = DateTime.Parse($"{day}T{time}", CultureInfo.InvariantCulture);
        return new DateTimeOffset(local, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin").GetUtcOffset(local)).ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture);
    }
}
