using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Sync.Checks;

/// <summary>Has the whole index compared with the portal, in the background. It goes on after a restart; asked for while it runs, it begins anew.</summary>
public sealed class VerifyIndex(IDashboardDbs dbs, SyncBell bell, IWorkspaceFeed feed, TimeProvider clock)
{
    public async Task<Result<Done>> RunAsync(Actor actor, CancellationToken ct)
    {
        if (actor.Lacks(Role.Admin, "verify the index") is { } lacking)
        {
            return lacking;
        }

        await using (var db = dbs.Open(actor.Workspace))
        {
            if (!await db.SyncStates.AnyAsync(ct))
            {
                return new Failure.NotConnected();
            }
        }

        await CompareIndex.BeginAsync(dbs, actor.Workspace, IndexCheckKind.Asked, actor.Name, clock, ct);
        bell.Ring(actor.Workspace);
        feed.Publish(new WorkspaceSignal.SyncProgressed(actor.Workspace));
        return Done.Value;
    }
}
