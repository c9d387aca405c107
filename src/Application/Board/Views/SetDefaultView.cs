using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Board.Views;

/// <summary>Chooses the view a person begins with on a page; null goes back to the product's own.</summary>
public sealed class SetDefaultView(IDashboardDbs dbs)
{
    public async Task<Result<Done>> RunAsync(Actor actor, string layout, Guid? viewId, CancellationToken ct)
    {
        await using var db = dbs.Open(actor.Workspace);
        var row = await db.DefaultViews.SingleOrDefaultAsync(d => d.PersonId == actor.PersonId && d.Layout == layout, ct);
        if (viewId is not { } wanted)
        {
            if (row is not null)
            {
                db.DefaultViews.Remove(row);
            }
        }
        else if (!await db.SavedViews.AnyAsync(v => v.Id == wanted && v.Layout == layout && (v.PersonId == actor.PersonId || v.IsShared), ct))
        {
            return new Failure.NotFound("This view");
        }
        else if (row is not null)
        {
            row.ViewId = wanted;
        }
        else
        {
            db.DefaultViews.Add(new DefaultView { WorkspaceId = actor.Workspace, PersonId = actor.PersonId, Layout = layout, ViewId = wanted });
        }

        await db.SaveChangesAsync(ct);
        return Done.Value;
    }
}
