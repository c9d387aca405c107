using System.Globalization;
using Dashboard.Application.Board;
using Dashboard.Application.Calendar.Load;
using Dashboard.Application.Tasks.Planning;

namespace Dashboard.Application.Calendar;

/// <summary>Deals the tasks of a span out to the places of a layout.</summary>
internal sealed class CellPlan(CalendarQuery query, TimeZoneInfo zone)
{
    /// <param name="marks">In the order of their dues.</param>
    /// <param name="days">Those that are shown; tasks of others are left out.</param>
    public List<PlannedCell> Of(IEnumerable<Mark> marks, IReadOnlySet<DateOnly> days)
    {
        var isTeam = query.Layout == CalendarLayout.Team;
        var isHourly = query.Layout is not (CalendarLayout.Month or CalendarLayout.Agenda or CalendarLayout.Team);

        // By their parts: a name made for each of tens of thousands of marks would cost more than reading them.
        var cells = new Dictionary<(DateOnly Day, long? Owner, bool IsAnyTime), PlannedCell>();
        foreach (var mark in marks)
        {
            var at = PlannedTime.Of(mark.Due, zone);
            if (!days.Contains(at.Day))
            {
                continue;
            }

            var place = (at.Day, isTeam ? mark.OwnerId : null, isHourly && at.IsAnyTime);
            if (!cells.TryGetValue(place, out var cell))
            {
                var name = ZoneOf(at, mark.OwnerId);
                cells[place] = cell = new(name, at.Day, place.Item2, MostListed(name));
            }

            cell.Add(mark);
        }

        return [.. cells.Values];
    }

    /// <summary>Adds what comes to the cells of its days; those of days that are not shown are left out.</summary>
    public void Haunt(Dictionary<string, CalendarCell> cells, IEnumerable<Ghost> ghosts, IReadOnlySet<DateOnly> days)
    {
        foreach (var here in ghosts.Where(ghost => days.Contains(ghost.At.Day)).GroupBy(ghost => ZoneOf(ghost.At, ghost.OwnerId)))
        {
            var (first, cell) = (here.First(), cells.GetValueOrDefault(here.Key));
            cell ??= new CalendarCell(here.Key, first.At.Day, 0, 0, []) { OwnerId = query.Layout == CalendarLayout.Team ? first.OwnerId : null };
            cells[here.Key] = cell with { Ghosts = [.. here] };
        }
    }

    private string ZoneOf(PlannedTime at, long? owner) => query.Layout switch
    {
        CalendarLayout.Month or CalendarLayout.Agenda => Zone("day", at.Day),
        CalendarLayout.Team => $"owner:{owner?.ToString(CultureInfo.InvariantCulture)}|{Zone("day", at.Day)}",
        _ => Zone(at.IsAnyTime ? "allday" : "times", at.Day),
    };

    private static string Zone(string kind, DateOnly day) => $"{kind}:{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    private int MostListed(string name) =>
        query.Opened == name || query.Layout is CalendarLayout.Agenda || name.StartsWith("times:", StringComparison.Ordinal) ? ShowCalendar.MostCards : ShowCalendar.FirstCards;
}

/// <summary>One place while it is being filled: it counts all and lists the first.</summary>
internal sealed class PlannedCell(string zone, DateOnly day, long? owner, int most)
{
    public List<long> Listed { get; } = [];

    public int Count { get; private set; }

    public long? OwnerId => owner;

    private int Open { get; set; }

    private int Minutes { get; set; }

    public void Add(Mark mark)
    {
        Count++;
        Open += mark.IsClosed ? 0 : 1;
        Minutes += mark.IsClosed ? 0 : Workload.Minutes(mark.Type);
        if (Listed.Count < most)
        {
            Listed.Add(mark.Id);
        }
    }

    public CalendarCell With(IReadOnlyDictionary<long, Card> cards, TimeZoneInfo inZone) =>
        new(zone, day, Count, Open, [.. Listed.Where(cards.ContainsKey).Select(id => Planned(cards[id], inZone))]) { OwnerId = owner, Minutes = Minutes };

    internal static PlannedCard Planned(Card card, TimeZoneInfo zone) => new(card, card.Due is { } due ? PlannedTime.Of(due, zone) : default);
}
