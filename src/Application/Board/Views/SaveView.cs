using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Board.Views;

/// <summary>Keeps a view under a name, or changes one of one's own. Sharing with the workspace is a manager's.</summary>
public sealed class SaveView(IDashboardDbs dbs, TimeProvider clock)
{
    /// <summary>Of one person on one page.</summary>
    private const int MostViews = 100;

    public async Task<Result<SavedView>> RunAsync(Actor actor, ViewToSave wanted, CancellationToken ct)
    {
        if (Refuse(actor, wanted) is { } refused)
        {
            return refused;
        }

        await using var db = dbs.Open(actor.Workspace);
        var row = wanted.Id is { } id ? await db.SavedViews.SingleOrDefaultAsync(v => v.Id == id && v.PersonId == actor.PersonId, ct) : null;
        if (row is null && wanted.Id is not null)
        {
            return new Failure.NotFound("This view");
        }

        var name = wanted.Name.Trim();
        var own = await db.SavedViews.AsNoTracking().Where(v => v.PersonId == actor.PersonId && v.Layout == wanted.Layout).Select(v => new { v.Id, v.Name }).ToListAsync(ct);
        if (own.Exists(v => v.Id != wanted.Id && string.Equals(v.Name, name, StringComparison.OrdinalIgnoreCase)))
        {
            return Failure.Unfit.One("name", $"You already have a view called \"{name}\".");
        }

        if (row is null && own.Count >= MostViews)
        {
            return Failure.Unfit.One("name", $"You already have {MostViews} views here. Delete one first.");
        }

        if (row is null)
        {
            db.SavedViews.Add(row = new SavedView { WorkspaceId = actor.Workspace, Id = Guid.CreateVersion7(), PersonId = actor.PersonId, Layout = wanted.Layout, CreatedAt = clock.GetUtcNow() });
        }

        (row.Name, row.Query, row.IsShared) = (name, wanted.Query.TrimStart('?'), wanted.Shared);
        await db.SaveChangesAsync(ct);
        return row;
    }

    private static Failure? Refuse(Actor actor, ViewToSave wanted) =>
        wanted.Shared && actor.Lacks(Role.Manager, "share views") is { } lacking ? lacking
        : wanted.Layout.Length is 0 or > SavedView.LongestLayout ? new Failure.Invalid("layout", "This page has no views.")
        : string.IsNullOrWhiteSpace(wanted.Name) ? Failure.Unfit.One("name", "Give the view a name.")
        : wanted.Name.Trim().Length > SavedView.LongestName ? Failure.Unfit.One("name", $"A name has at most {SavedView.LongestName} characters.")
        : wanted.Query.Length > SavedView.LongestQuery ? Failure.Unfit.One("query", "This view has too many filters to be kept.")
        : null;
}
