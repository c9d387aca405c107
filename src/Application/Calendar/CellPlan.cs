using System.Globalization;
using Dashboard.Application.Board;
using Dashboard.Application.Calendar.Load;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Tasks.Planning;

namespace Dashboard.Application.Calendar;

/// <summary>Deals the tasks of a span out to the places of a layout.</summary>
internal sealed class CellPlan(CalendarQuery query, OwnTime own)
{
    private readonly LoadCount loads = new(own.Habits.Minutes);

    /// <summary>What was dealt out, by day; in a team week each cell says its own.</summary>
    public IReadOnlyDictionary<DateOnly, DayLoad> Loads => loads.ByDay();

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
            var at = PlannedTime.Of(mark.Due, own.Zone);
            if (!days.Contains(at.Day))
            {
                continue;
            }

            var place = (at.Day, isTeam ? mark.OwnerId : null, isHourly && at.IsAnyTime);
            if (!cells.TryGetValue(place, out var cell))
            {
                var name = ZoneOf(at, mark.OwnerId);
                cells[place] = cell = new(name, at.Day, place.Item2, isHourly && !at.IsAnyTime ? HalfHours.Of(query.Layout) : null, MostListed(name));
            }

            cell.Add(mark, at.Time, mark.IsClosed ? 0 : own.Habits.Minutes.Of(mark.Type));
            if (!isTeam && !mark.IsClosed)
            {
                loads.Add(at.Day, mark);
            }
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
        query.Opened == name || name.StartsWith("times:", StringComparison.Ordinal) ? ShowCalendar.MostCards
        : query.Layout is CalendarLayout.Agenda ? ShowCalendar.AgendaCards : ShowCalendar.FirstCards;
}

/// <summary>One place while it is being filled: it counts all and lists the first.</summary>
/// <param name="room">What each half hour has room for; null where there are no hours.</param>
internal sealed class PlannedCell(string zone, DateOnly day, long? owner, HalfHours? room, int most)
{
    private readonly List<long> first = [];

    /// <summary>In hours, the first of the day as long as they are few, else the first of each half hour.</summary>
    public IReadOnlyList<long> Listed => room is null || Count <= room.Few ? first : room.Listed;

    public int Count { get; private set; }

    public long? OwnerId => owner;

    private int Open { get; set; }

    private int Minutes { get; set; }

    public void Add(Mark mark, TimeOnly at, int minutes)
    {
        Count++;
        Open += mark.IsClosed ? 0 : 1;
        Minutes += minutes;
        if (first.Count < most)
        {
            first.Add(mark.Id);
        }

        room?.Offer(mark.Id, at);
    }

    public CalendarCell With(IReadOnlyDictionary<long, Card> cards, TimeZoneInfo inZone) =>
        new(zone, day, Count, Open, [.. Listed.Where(cards.ContainsKey).Select(id => Planned(cards[id], inZone))]) { OwnerId = owner, Minutes = Minutes };

    internal static PlannedCard Planned(Card card, TimeZoneInfo zone) => new(card, card.Due is { } due ? PlannedTime.Of(due, zone) : default);
}

/// <summary>Room for cards in the hours of a day that is too full to list all: a morning of hundreds must not take the afternoon's.</summary>
/// <param name="few">So many are listed whatever their times.</param>
/// <param name="each">Room of each half hour.</param>
internal sealed class HalfHours(int few, int each)
{
    private const int Minutes = 30;

    private readonly int[] taken = new int[24 * 60 / Minutes];
    private readonly List<long> listed = [];

    public int Few => few;

    public IReadOnlyList<long> Listed => listed;

    /// <summary>
    /// A card is as high as half an hour and meets those of the half hour before: of six lanes each gets three, and no card of a full week lies on
    /// another. A day alone has the width for more.
    /// </summary>
    public static HalfHours Of(CalendarLayout layout) => layout == CalendarLayout.Day ? new(ShowCalendar.MostCards, 6) : new(ShowCalendar.WeekCards, 3);

    public void Offer(long id, TimeOnly at)
    {
        if (listed.Count < ShowCalendar.MostCards && taken[((at.Hour * 60) + at.Minute) / Minutes]++ < each)
        {
            listed.Add(id);
        }
    }
}
