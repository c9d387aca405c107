using Dashboard.Application.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Workspaces.Members;

/// <summary>What changing, removing and leaving have in common.</summary>
internal static class Membership
{
    public static Task<Member?> FindAsync(IDashboardDb db, Guid person, CancellationToken ct) =>
        db.Directory.Members.SingleOrDefaultAsync(member => member.WorkspaceId == db.Workspace && member.PersonId == person, ct);

    /// <summary>
    /// To be asked before an owner stops being one. Null when another owner stays; then the workspace's owners version moves on in the same
    /// save, so that of two owners who leave at once one is told to look again.
    /// </summary>
    public static async Task<Failure?> KeepAnOwnerAsync(IDashboardDb db, Member stops, CancellationToken ct)
    {
        if (stops.Role != Role.Owner)
        {
            return null;
        }

        var workspace = await db.Directory.Workspaces.SingleAsync(w => w.Id == db.Workspace, ct);
        if (!await db.Directory.Members.AnyAsync(m => m.WorkspaceId == db.Workspace && m.PersonId != stops.PersonId && m.Role == Role.Owner, ct))
        {
            return new Failure.Conflict("A workspace always has an owner. Make somebody else an owner first.");
        }

        workspace.OwnersVersion++;
        return null;
    }

    /// <summary>Links of somebody who may no longer invite stop working with the same save.</summary>
    public static async Task WithdrawInvitationsOfAsync(IDashboardDb db, Guid person, DateTimeOffset now, CancellationToken ct)
    {
        var open = await db.Directory.Invitations
            .Where(i => i.WorkspaceId == db.Workspace && i.InvitedBy == person && i.AcceptedAt == null && i.WithdrawnAt == null)
            .ToListAsync(ct);
        foreach (var invitation in open)
        {
            invitation.WithdrawnAt = now;
        }
    }

    /// <summary>Null when saved.</summary>
    public static async Task<Failure?> SaveAsync(IDashboardDb db, IWorkspaceFeed feed, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Failure.Conflict("Somebody else changed the members at the same moment, so nothing was changed here. Look again.");
        }

        feed.Publish(new WorkspaceSignal.MembersChanged(db.Workspace));
        return null;
    }

    public static Task<string> NameAsync(IDashboardDb db, Guid person, CancellationToken ct) =>
        db.Directory.People.Where(p => p.Id == person).Select(p => p.Name).SingleAsync(ct);
}
