using Dashboard.Application.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Workspaces.Invitations;

/// <summary>Makes a link useless before somebody accepted it.</summary>
public sealed class WithdrawInvitation(IDashboardDbs databases, IWorkspaceFeed feed, TimeProvider time)
{
    public async Task<Result<Done>> RunAsync(Actor actor, Guid invitationId, CancellationToken ct)
    {
        if (actor.Lacks(Role.Admin, "withdraw invitations") is { } lacking)
        {
            return lacking;
        }

        await using var db = databases.Open(actor.Workspace);
        var invitation = await db.Directory.Invitations.SingleOrDefaultAsync(i => i.Id == invitationId && i.WorkspaceId == actor.Workspace, ct);
        switch (invitation)
        {
            case null:
                return new Failure.NotFound("This invitation");
            case { AcceptedAt: not null }:
                return AlreadyUsed();
            case { WithdrawnAt: not null }:
                return Done.Value;
        }

        invitation.WithdrawnAt = time.GetUtcNow();
        db.Audit.Add(AuditEntry.By(actor, time, "invitation.withdrawn", $"as {invitation.Role}"));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return AlreadyUsed();
        }

        feed.Publish(new WorkspaceSignal.MembersChanged(actor.Workspace));
        return Done.Value;
    }

    private static Failure.Conflict AlreadyUsed() => new("Somebody accepted this invitation already. Remove the member instead.");
}
