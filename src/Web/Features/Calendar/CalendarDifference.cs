using Dashboard.Application.Calendar;

namespace Dashboard.Web.Features.Calendar;

/// <summary>Keeps the objects of what did not change, so that only cells and cards that did are drawn again.</summary>
internal static class CalendarDifference
{
    public static CalendarView Keep(CalendarView? before, CalendarView now)
    {
        if (before is null)
        {
            return now;
        }

        var cells = now.Cells.ToDictionary(c => c.Key, c => before.Cells.TryGetValue(c.Key, out var was) && IsSame(was, c.Value) ? was : c.Value);
        var tray = now.Tray.Select(part => before.Tray.FirstOrDefault(was => was.Zone == part.Zone) is { } was && IsSame(was, part) ? was : part);
        return now with { Cells = cells, Tray = [.. tray] };
    }

    private static bool IsSame(CalendarCell was, CalendarCell now) =>
        was.Cards.SequenceEqual(now.Cards) && was.Ghosts.SequenceEqual(now.Ghosts) && was with { Cards = now.Cards, Ghosts = now.Ghosts } == now;

    private static bool IsSame(TrayPart was, TrayPart now) => was.Cards.SequenceEqual(now.Cards) && was with { Cards = now.Cards } == now;
}
