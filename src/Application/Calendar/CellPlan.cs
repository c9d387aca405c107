using System.Globalization;
using Dashboard.Application.Board;
using Dashboard.Application.Calendar.Load;
using Dashboard.Application.Tasks.Planning;

namespace Dashboard.Application.Calendar;

/// <summary>Deals the tasks of a span out to the places of a layout.</summary>
internal sealed class CellPlan(CalendarQuery query, TimeZoneInfo zone)
{
    /// <param name="marks">In the order of their dues.</param>
    public List<PlannedCell> Of(IEnumerable<Mark> marks)
    {
        var cells = new Dictionary<string, PlannedCell>();
        foreach (var mark in marks)
        {
            var at = PlannedTime.Of(mark.Due, zone);
            var name = ZoneOf(at, mark.OwnerId);
            if (!cells.TryGetValue(name, out var cell))
            {
                cells[name] = cell = new(name, at.Day, query.Layout == CalendarLayout.Team ? mark.OwnerId : null, MostListed(name));
            }

            cell.Add(mark);
        }

        return [.. cells.Values];
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
