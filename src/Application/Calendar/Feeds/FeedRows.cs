using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Calendar.Feeds;

/// <summary>Which feeds somebody may touch, and what a view stands for.</summary>
internal static class FeedRows
{
    /// <summary>A feed that still works: one's own, or anybody's for an admin.</summary>
    public static Task<TaskFeed?> FindAsync(IDashboardDb db, Actor actor, Guid id, CancellationToken ct) =>
        db.TaskFeeds.SingleOrDefaultAsync(f => f.Id == id && f.RevokedAt == null && (f.PersonId == actor.PersonId || actor.MayAdminister), ct);

    /// <summary>The query of a view that the person can open: their own or a shared one. Null when there is none.</summary>
    public static Task<string?> QueryOfAsync(IDashboardDb db, Guid person, Guid view, CancellationToken ct) =>
        db.SavedViews.AsNoTracking().Where(v => v.Id == view && (v.PersonId == person || v.IsShared)).Select(v => v.Query).SingleOrDefaultAsync(ct);
}
