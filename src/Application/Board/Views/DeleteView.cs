using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Board.Views;

/// <summary>Takes a view away: one's own, or as an admin a shared one of somebody who left.</summary>
public sealed class DeleteView(IDashboardDbs dbs)
{
    public async Task<Result<Done>> RunAsync(Actor actor, Guid viewId, CancellationToken ct)
    {
        await using var db = dbs.Open(actor.Workspace);
        var view = await db.SavedViews.SingleOrDefaultAsync(v => v.Id == viewId && (v.PersonId == actor.PersonId || v.IsShared), ct);
        if (view is null)
        {
            return new Failure.NotFound("This view");
        }

        if (view.PersonId != actor.PersonId && actor.Lacks(Role.Admin, "delete a view of somebody else") is { } lacking)
        {
            return lacking;
        }

        db.SavedViews.Remove(view);
        db.DefaultViews.RemoveRange(await db.DefaultViews.Where(d => d.ViewId == viewId).ToListAsync(ct));
        await db.SaveChangesAsync(ct);
        return Done.Value;
    }
}
