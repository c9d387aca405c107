using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Planning;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Board.Columns;

/// <summary>Reads cards: the rows in order, then in one query each the names of their records and the changes that wait or were refused.</summary>
internal static class CardReader
{
    /// <summary>A subject may hold 64 KiB; a card shows two lines.</summary>
    private const int ShownSubject = 300;

    /// <summary>Open cards before closed ones, each by rank.</summary>
    public static IQueryable<CrmTask> InOrder(IQueryable<CrmTask> rows) =>
        rows.OrderBy(t => t.IsClosed).ThenBy(t => t.Rank).ThenBy(t => t.Id);

    public static Task<List<Row>> RowsAsync(IQueryable<CrmTask> ordered, int skip, int take, CancellationToken ct) =>
        Short(ordered.Skip(skip).Take(take)).ToListAsync(ct);

    /// <summary>Rows by id, in the order of the ids; those that are gone are left out.</summary>
    public static async Task<List<Row>> RowsAsync(IDashboardDb db, IReadOnlyList<long> ids, CancellationToken ct, bool wholeSubject = false)
    {
        // As one parameter: hundreds of them make a long statement that differs with their number.
        var page = db.Tasks.AsNoTracking().Where(t => EF.Parameter(ids).Contains(t.Id));
        var rows = await (wholeSubject ? Whole(page) : Short(page)).ToDictionaryAsync(r => r.Id, ct);
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id])];
    }

    private static IQueryable<Row> Whole(IQueryable<CrmTask> page) => page.Select(t => new Row(
        t.Id, t.Subject, t.Due, t.CompletedAt, t.IsClosed, t.Status, t.Priority, t.Type, t.OwnerId, t.Rank, t.ChangeState, t.ChangeId, t.CustomerZone));

    private static IQueryable<Row> Short(IQueryable<CrmTask> page) => page.Select(t => new Row(
            t.Id, t.Subject.Substring(0, ShownSubject), t.Due, t.CompletedAt, t.IsClosed, t.Status, t.Priority, t.Type, t.OwnerId, t.Rank, t.ChangeState, t.ChangeId, t.CustomerZone));

    /// <summary>Cards for the rows, in the rows' order.</summary>
    public static async Task<Dictionary<long, Card>> CardsAsync(IDashboardDb db, IReadOnlyCollection<Row> rows, CancellationToken ct)
    {
        var ids = rows.Select(r => r.Id).Distinct().ToList();
        var records = await RecordsAsync(db, ids, ct);
        var changes = await ChangesAsync(db, rows, ct);
        return rows.DistinctBy(r => r.Id).ToDictionary(r => r.Id, r => new Card(
            r.Id, r.Subject, r.Due, r.CompletedAt, r.IsClosed, r.Status, r.Priority, r.Type, r.OwnerId, r.Rank,
            records.GetValueOrDefault(r.Id, Linked.None).Records,
            r.ChangeId is { } change && r.ChangeState != TaskChangeState.Saved
                ? changes.GetValueOrDefault(change) ?? new CardChange(r.ChangeState, change)
                : CardChange.Saved)
        {
            Customer = r.Type == TaskProperty.Call && records.GetValueOrDefault(r.Id, Linked.None) is var with ? Customer.Of(r.CustomerZone, with.Zone, with.Country) : null,
        });
    }

    private static async Task<Dictionary<long, Linked>> RecordsAsync(IDashboardDb db, List<long> ids, CancellationToken ct)
    {
        var names = await (
            from link in db.TaskLinks.AsNoTracking()
            where EF.Parameter(ids).Contains(link.TaskId)
            join record in db.Records.AsNoTracking() on new { link.ObjectType, Id = link.RecordId } equals new { record.ObjectType, record.Id } into found
            from record in found.DefaultIfEmpty()
            orderby link.TaskId, link.ObjectType, link.RecordId
            select new { link.TaskId, link.ObjectType, Name = record == null ? null : record.Name, Zone = record == null ? null : record.TimeZone, Country = record == null ? null : record.Country })
            .ToListAsync(ct);

        return names.GroupBy(n => n.TaskId).ToDictionary(
            g => g.Key,
            g => new Linked(
                g.FirstOrDefault(n => !string.IsNullOrEmpty(n.Name)) is { } first ? new CardRecords(first.Name, g.Count() - 1) : new CardRecords(null, g.Count()),
                g.FirstOrDefault(n => n.ObjectType == TaskLink.Contact)?.Zone,
                g.FirstOrDefault(n => n.ObjectType == TaskLink.Contact)?.Country));
    }

    private static async Task<Dictionary<Guid, CardChange>> ChangesAsync(IDashboardDb db, IEnumerable<Row> rows, CancellationToken ct)
    {
        var open = rows.Where(r => r.ChangeState != TaskChangeState.Saved && r.ChangeId is not null).ToDictionary(r => r.ChangeId!.Value, r => r.ChangeState);
        if (open.Count == 0)
        {
            return [];
        }

        var ids = open.Keys.ToList();
        var told = await db.Changes.AsNoTracking()
            .Where(c => ids.Contains(c.Id))
            .Select(c => new { c.Id, c.Reason, c.CorrelationId, c.Wants })
            .ToListAsync(ct);
        return told.ToDictionary(c => c.Id, c => new CardChange(open[c.Id], c.Id, c.Reason, c.CorrelationId) { Wants = c.Wants });
    }

    /// <summary>The narrow part of a task that a card needs.</summary>
    internal sealed record Row(
        long Id, string Subject, DateTimeOffset? Due, DateTimeOffset? CompletedAt, bool IsClosed, string? Status, string? Priority, string? Type,
        long? OwnerId, long Rank, TaskChangeState ChangeState, Guid? ChangeId, string? CustomerZone);

    /// <summary>What the associated records say: names, and where the first contact is.</summary>
    private sealed record Linked(CardRecords Records, string? Zone, string? Country)
    {
        public static readonly Linked None = new(CardRecords.None, null, null);
    }
}
