using Dashboard.EndToEndTests.Pages;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;

namespace Dashboard.EndToEndTests.Journeys.Calendar;

/// <summary>Of a whole calendar the server draws again only what a move changed.</summary>
public sealed class MovedCellsJourney(Stack stack) : CalendarJourneys(stack)
{
    /// <summary>
    /// Notes the place of everything that changes in the calendar: elements, texts, and what the server says in attributes. Classes, styles and the
    /// stop of the Tab key are the page's own script's.
    /// </summary>
    private const string Watch = """
        () => {
          window.touched = new Set();
          const placeOf = node => {
            const within = part => (node.closest ? node : node.parentElement)?.closest(part)?.dataset;
            // What a day holds stands in its head, which in hours is not above its column's own element.
            return within('[data-zone]:not([data-slot])')?.zone ?? (within('[data-head]') ? `times:${within('[data-head]').head}` : `outside: ${node.nodeName}`);
          };
          new MutationObserver(all => all.forEach(change => touched.add(placeOf(change.target)))).observe(document.querySelector('[data-calendar]'), {
            childList: true, characterData: true, subtree: true,
            attributeFilter: ['data-at', 'data-due', 'data-state', 'data-task-id', 'data-count', 'data-total', 'data-zone', 'data-date', 'aria-label', 'href', 'title'],
          });
        }
        """;

    [Theory]
    [InlineData("month", "2036-05-06", "day:2036-05-06", "day:2036-05-15", "day:2036-05-15")]
    [InlineData("week", "2036-06-10", "times:2036-06-10", "slot:2036-06-12T10:00", "times:2036-06-12")]
    [InlineData("agenda", "2036-07-08", "day:2036-07-08", "day:2036-07-09", "day:2036-07-09")]
    public async Task A_move_changes_the_cell_it_left_and_the_cell_it_came_to(string layout, string day, string from, string to, string lane)
    {
        var (moved, near) = (await TaskAsync($"{day}T09:30+02:00", "Moved one"), await TaskAsync($"{day}T11:30+02:00", "Left one"));
        var other = await TaskAsync($"{DateOnly.Parse(day, null).AddDays(3):yyyy-MM-dd}T12:00+02:00", "Far one");
        var calendar = await CalendarOfAsync(Person.Maya, $"show={layout}&date={day}");
        var before = await Sandbox.NowAsync();
        await calendar.LiftAsync(moved);
        await CarryToAsync(calendar, calendar.Zone(to));
        await calendar.Page.EvaluateAsync(Watch);

        await calendar.Page.Mouse.UpAsync();
        await calendar.IsInAsync(lane, moved);
        await calendar.IsSavedAsync(moved);
        await Sandbox.HasAsync(moved, Due, await calendar.Card(moved).GetAttributeAsync("data-due"), before);

        Assert.Equal([from, lane], (await TouchedAsync(calendar)).Order(StringComparer.Ordinal));
        await calendar.IsInAsync(from, near);

        // The watch sees other cells as well: with nothing else moved, a change in a third one is a third one.
        await Sandbox.EditAsync(new { id = other, properties = new Dictionary<string, string> { ["hs_task_subject"] = "Far one, told anew" } });
        await Assertions.Expect(calendar.Card(other).GetByText("Far one, told anew")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        Assert.Equal(3, (await TouchedAsync(calendar)).Length);
    }

    private static Task<string[]> TouchedAsync(BoardPage calendar) => calendar.Page.EvaluateAsync<string[]>("[...touched]");
}
