using Dashboard.Application.Board;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Planning;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Calendar;

/// <summary>Open tasks that no day of a calendar shows well: overdue ones, those without a date, those for someday.</summary>
internal sealed record Tray(string Zone, string Title, string? NoDrop, int Count, IReadOnlyList<long> Ids)
{
    private const int Listed = 40;

    /// <param name="listed">Cards that stand on the calendar already: each task is on a page once.</param>
    public static async Task<IReadOnlyList<Tray>> ReadAsync(IQueryable<CrmTask> filtered, IReadOnlyCollection<long> listed, DueBuckets due, CancellationToken ct)
    {
        var open = filtered.Where(t => !t.IsClosed);
        return
        [
            // The latest first: what has just slipped is what people plan anew.
            await PartAsync("tray:overdue", "Overdue", "A task becomes overdue by itself. Pick a day.", open.Where(t => t.Due < due.Now).OrderByDescending(t => t.Due), listed, ct),
            await PartAsync("tray:nodate", "No date", "HubSpot tasks need a due date. Someday takes what has no day yet.", open.Where(t => t.Due == null).OrderBy(t => t.Id), [], ct),
            await PartAsync("someday:", "Someday", null, open.Where(t => t.Due >= Someday.From).OrderBy(t => t.Due), listed, ct),
        ];
    }

    public TrayPart With(IReadOnlyDictionary<long, Card> cards, TimeZoneInfo zone) =>
        new(Zone, Title, Count, NoDrop, [.. Ids.Where(cards.ContainsKey).Select(id => PlannedCell.Planned(cards[id], zone))]);

    private static async Task<Tray> PartAsync(string zone, string title, string? noDrop, IOrderedQueryable<CrmTask> rows, IReadOnlyCollection<long> listed, CancellationToken ct)
    {
        // As one parameter: a week lists up to 1,400 cards, and one parameter for each makes a long statement that differs with their number.
        var ids = await rows.ThenBy(t => t.Id).Where(t => !EF.Parameter(listed).Contains(t.Id)).Select(t => t.Id).Take(Listed).ToListAsync(ct);

        // Counted only where the list does not say it: for one owner's tasks without a date, counting would walk all of theirs.
        var count = listed.Count == 0 && ids.Count < Listed ? ids.Count : await rows.CountAsync(ct);
        return new Tray(zone, title, noDrop, count, ids);
    }
}
