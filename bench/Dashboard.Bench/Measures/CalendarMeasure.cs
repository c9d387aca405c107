using System.Diagnostics;
using Dashboard.Application.Board;
using Dashboard.Application.Calendar;
using Dashboard.Application.People.Settings;
using Dashboard.Bench.Figures;
using Dashboard.Bench.Rig;

namespace Dashboard.Bench.Measures;

/// <summary>The calendar's reading (ShowCalendar) in this process: one span again and again, and turning from month to month.</summary>
internal static class CalendarMeasure
{
    /// <summary>So that nothing of what is measured is the compiler's.</summary>
    private const int Warming = 30;

    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    public static async Task RunAsync(Choices choices)
    {
        var sizes = (choices.Tasks ?? [1_000, 10_000, 50_000]).Select(tasks => (Tasks: tasks, Spread: Spread.Seeded)).ToList();
        foreach (var (tasks, spread) in sizes.Append((sizes[^1].Tasks, Spread.Years)))
        {
            await using var diary = await Diary.OfAsync(tasks, spread);
            Sheet.Title($"Calendar of {tasks:N0} tasks, {(spread == Spread.Seeded ? "spread as in the sandbox" : "4,000 of them in one month")}, {diary.Mebibytes:N0} MiB · load {Machine.Load()}");
            foreach (var owner in new[] { OwnerFilter.Me, OwnerFilter.Everyone })
            {
                await SpansAsync(diary, owner, Math.Max(choices.Runs, 40));
            }
        }
    }

    private static async Task SpansAsync(Diary diary, OwnerFilter owner, int runs)
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var filter = BoardQuery.Default with { Owner = owner };
        var whose = owner == OwnerFilter.Me ? "mine" : "everybody's";
        foreach (var layout in new[] { CalendarLayout.Month, CalendarLayout.Week, CalendarLayout.Team })
        {
            await RowAsync(diary, $"{layout}, {whose}", _ => new CalendarQuery(layout, today, filter), runs);
        }

        // Half a year to and fro, as the hand turns it.
        await RowAsync(diary, $"Month after month, {whose}", run => new CalendarQuery(CalendarLayout.Month, today.AddMonths(Math.Abs((run % 12) - 6) - 3), filter), runs);
        await RowAsync(diary, $"Month without tray, {whose}", _ => new CalendarQuery(CalendarLayout.Month, today, filter) { HasTray = false }, runs);
    }

    private static async Task RowAsync(Diary diary, string what, Func<int, CalendarQuery> query, int runs)
    {
        var show = new ShowCalendar(diary.Database, TimeProvider.System);
        var (times, shown) = (new List<double>(), 0);
        for (var run = -Warming; run < runs; run++)
        {
            var started = Stopwatch.GetTimestamp();
            var view = await show.RunAsync(diary.Owner, query(run + Warming), new OwnTime(Zone, Habits.Usual), CancellationToken.None);
            if (run >= 0)
            {
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                shown = Math.Max(shown, view.Value.Shown);
            }
        }

        Sheet.Row($"{what} (up to {shown:N0} tasks)", times, "ms", tail: true);
    }
}
