using System.Globalization;
using Dashboard.Application.Kernel;
using Dashboard.Application.Records;
using Dashboard.Application.Tasks;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Board;

/// <summary>A board query made concrete for one actor and one moment: the portal's own words, and the rows the filters let through.</summary>
internal sealed class BoardScope(Actor actor, BoardQuery query, DueBuckets due, PortalWords words)
{
    public BoardQuery Query => query;

    public DueBuckets Due => due;

    public PortalWords Words => words;

    /// <summary>Everything but the closed window.</summary>
    public IQueryable<CrmTask> Filtered(IDashboardDb db)
    {
        var rows = OfOwner(db.Tasks.AsNoTracking());
        if (query.Statuses.Count > 0)
        {
            rows = rows.Where(t => query.Statuses.Contains(t.Status));
        }

        if (query.Types.Count > 0)
        {
            rows = rows.Where(t => query.Types.Contains(t.Type));
        }

        if (query.Priorities.Count > 0)
        {
            rows = rows.Where(t => query.Priorities.Contains(t.Priority));
        }

        if (query.Due is { } bucket)
        {
            rows = InBucket(rows, bucket);
        }

        foreach (var word in (query.Text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(8))
        {
            rows = rows.Where(t => EF.Functions.Like(t.Subject, "%" + Escape(word) + "%", "\\"));
        }

        return rows;
    }

    /// <summary>Closed tasks are shown from here on; null shows all of them.</summary>
    public DateTimeOffset? ClosedSince => query.Closed switch
    {
        ClosedWindow.Today => due.StartOf(due.Today),
        ClosedWindow.SevenDays => due.StartOf(due.Today.AddDays(-6)),
        _ => null,
    };

    public IQueryable<CrmTask> InBucket(IQueryable<CrmTask> rows, DueBucket bucket)
    {
        if (bucket == DueBucket.NoDate)
        {
            return rows.Where(t => t.Due == null);
        }

        var (from, to) = due.Range(bucket);
        if (bucket == DueBucket.Overdue)
        {
            return rows.Where(t => !t.IsClosed && t.Due < to);
        }

        // A closed task cannot be overdue: it stays in the bucket of its day.
        var day = due.StartOf(due.Today);
        return bucket == DueBucket.Today
            ? rows.Where(t => t.Due < to && (t.Due >= from || (t.IsClosed && t.Due >= day)))
            : rows.Where(t => t.Due >= from && t.Due < to);
    }

    private static string Escape(string word) =>
        word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal);

    /// <summary>Whose tasks this actor means: somebody who is no owner in the portal means everybody's by "mine".</summary>
    public static OwnerFilter OwnerOf(Actor actor, BoardQuery query) => query.Owner.Scope switch
    {
        OwnerScope.Me => actor.OwnerId is { } me ? OwnerFilter.One(me) : OwnerFilter.Everyone,
        _ => query.Owner,
    };

    private IQueryable<CrmTask> OfOwner(IQueryable<CrmTask> rows) => OwnerOf(actor, query) switch
    {
        { Scope: OwnerScope.One, OwnerId: var one } => rows.Where(t => t.OwnerId == one),
        { Scope: OwnerScope.Nobody } => rows.Where(t => t.OwnerId == null),
        _ => rows,
    };
}
