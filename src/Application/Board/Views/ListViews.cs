using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Board.Views;

/// <summary>The views somebody can open on a page: their own and those shared with the workspace.</summary>
public sealed class ListViews(IDashboardDbs dbs)
{
    public async Task<Result<IReadOnlyList<ViewEntry>>> RunAsync(Actor actor, string layout, CancellationToken ct)
    {
        await using var db = dbs.Open(actor.Workspace);
        var standard = await db.DefaultViews.AsNoTracking()
            .Where(d => d.PersonId == actor.PersonId && d.Layout == layout)
            .Select(d => (Guid?)d.ViewId)
            .SingleOrDefaultAsync(ct);
        var views = await db.SavedViews.AsNoTracking().Where(v => v.Layout == layout && (v.PersonId == actor.PersonId || v.IsShared)).ToListAsync(ct);
        return views
            .OrderBy(v => v.PersonId != actor.PersonId).ThenBy(v => v.Name, StringComparer.CurrentCultureIgnoreCase)
            .Select(v => new ViewEntry(v.Id, v.Name, v.Query, v.PersonId == actor.PersonId, v.IsShared, v.Id == standard))
            .ToList();
    }
}

/// <param name="Query">Of the page's address, without the question mark.</param>
public sealed record ViewEntry(Guid Id, string Name, string Query, bool IsMine, bool IsShared, bool IsDefault);
