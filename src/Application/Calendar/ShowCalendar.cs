using Dashboard.Application.Board;
using Dashboard.Application.Board.Columns;
using Dashboard.Application.Kernel;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Tasks;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Calendar;

/// <summary>
/// Reads a calendar from the index: one narrow walk through the days of the span, which a covering index answers, then the cards that are
/// listed. Never asks HubSpot.
/// </summary>
public sealed class ShowCalendar(IDashboardDbs dbs, TimeProvider clock)
{
    /// <summary>Cards listed of a day; a cell has room for no more.</summary>
    public const int FirstCards = 4;

    /// <summary>Cards listed of a day of an agenda.</summary>
    public const int AgendaCards = 30;

    /// <summary>Cards listed of a day's hours beside those of other days; of a fuller day, the first of each half hour.</summary>
    public const int WeekCards = 60;

    /// <summary>Cards listed of a day whose hours are drawn alone, and of a cell that is opened.</summary>
    public const int MostCards = 200;

    public async Task<Result<CalendarView>> RunAsync(Actor actor, CalendarQuery query, OwnTime own, CancellationToken ct)
    {
        await using var db = dbs.Open(actor.Workspace);
        var words = await PortalWords.LoadAsync(db, ct);
        var (zone, habits) = (own.Zone, own.Habits);
        var due = new DueBuckets(clock.GetUtcNow(), own);
        var scope = new BoardScope(actor, query.Filter, due, words);
        var range = CalendarRange.Of(query.Layout, query.Date, habits);
        var filtered = scope.Filtered(db);

        var rows = query.HidesClosed ? filtered.Where(t => !t.IsClosed) : filtered;
        var (from, to) = (due.StartOf(range.From), due.StartOf(range.To));
        var marks = await MarksAsync(rows.Where(t => t.Due >= from && t.Due < to), BoardScope.OwnerOf(actor, query.Filter), query.Layout == CalendarLayout.Team || range.To > due.Today, ct);
        var days = DaysOf(query.Layout, range, habits);
        var plan = new CellPlan(query, own);
        var cells = plan.Of(marks, days);
        var listed = cells.SelectMany(c => c.Listed).ToList();
        var ghosts = await Ghosts.ReadAsync(db, filtered, from, to, due.StartOf(due.Today), zone, ct);
        var tray = query.HasTray ? await Tray.ReadAsync(filtered, listed, due, ct) : [];

        var ids = listed.Concat(tray.SelectMany(t => t.Ids)).Distinct().ToList();
        var cards = await CardReader.CardsAsync(db, await CardReader.RowsAsync(db, ids, ct), ct);
        var shown = cells.Sum(c => c.Count);
        var places = cells.Select(c => c.With(cards, zone)).ToDictionary(c => c.Zone);
        plan.Haunt(places, ghosts, days);
        return new CalendarView(
            query, range, [.. days.Order()], places,
            query.Layout == CalendarLayout.Team ? People(scope, actor, cells, words) : [],
            [.. tray.Select(t => t.With(cards, zone))], words, due, shown, marks.Count - shown,
            await db.Tasks.AnyAsync(ct), await BoardFreshness.ReadAsync(db, ct)) { Loads = plan.Loads };
    }

    /// <summary>
    /// Only what the index holds: a month may have thousands of tasks, of which a few dozen are listed. Whose they are is read only where it differs
    /// and counts, for a team's week and for the load of days to come: with tens of thousands of rows each column counts.
    /// </summary>
    private static Task<List<Mark>> MarksAsync(IQueryable<CrmTask> span, OwnerFilter owner, bool ownersCount, CancellationToken ct)
    {
        var inOrder = span.OrderBy(t => t.Due).ThenBy(t => t.Id);
        long? one = owner.Scope == OwnerScope.One ? owner.OwnerId : null;
        return (owner.Scope == OwnerScope.Everyone && ownersCount
            ? inOrder.Select(t => new Mark(t.Id, t.Due!.Value, t.IsClosed, t.OwnerId, t.Type))
            : inOrder.Select(t => new Mark(t.Id, t.Due!.Value, t.IsClosed, one, t.Type))).ToListAsync(ct);
    }

    private static HashSet<DateOnly> DaysOf(CalendarLayout layout, CalendarRange range, Habits habits)
    {
        var onlyWork = layout == CalendarLayout.WorkWeek || (habits.HidesFreeDays && layout is CalendarLayout.Month or CalendarLayout.Week or CalendarLayout.Team);
        var work = range.Days.Where(day => habits.WorksOn(day.DayOfWeek)).ToHashSet();

        // Who works on no day at all still wants to see something.
        return onlyWork && work.Count > 0 ? work : [.. range.Days];
    }

    /// <summary>Everybody who can be given a task, whoever has one in the span, and nobody last. With a chosen owner, that one.</summary>
    private static List<long?> People(BoardScope scope, Actor actor, IEnumerable<PlannedCell> cells, PortalWords words) =>
        BoardScope.OwnerOf(actor, scope.Query) switch
        {
            { Scope: OwnerScope.One, OwnerId: var one } => [one],
            { Scope: OwnerScope.Nobody } => [null],
            _ =>
            [
                .. words.Owners.Where(o => !o.IsArchived).Select(o => (long?)o.Id).Concat(cells.Select(c => c.OwnerId).Where(id => id is not null))
                    .Distinct().Take(MostPeople),
                null,
            ],
        };

    private const int MostPeople = 60;
}

/// <summary>The narrow part of a task that says where it stands.</summary>
/// <param name="OwnerId">Whose it is, where that counts; else null.</param>
internal readonly record struct Mark(long Id, DateTimeOffset Due, bool IsClosed, long? OwnerId, string? Type);
