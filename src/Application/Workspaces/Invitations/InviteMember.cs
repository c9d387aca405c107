using Dashboard.Application.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Workspaces.Invitations;

/// <summary>Makes a link that lets one person in. The link is shown once: afterwards only its hash is known.</summary>
public sealed class InviteMember(IDashboardDbs databases, IWorkspaceFeed feed, TimeProvider time)
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    private const int MostOpen = 200;

    public async Task<Result<NewInvitation>> RunAsync(Actor actor, Role role, CancellationToken ct)
    {
        if (actor.Lacks(Role.Admin, "invite people") is { } lacking)
        {
            return lacking;
        }

        if (!Enum.IsDefined(role) || role > actor.Role)
        {
            return new Failure.Invalid("role", "You can invite people with your own role or a lesser one.");
        }

        await using var db = databases.Open(actor.Workspace);
        var now = time.GetUtcNow();
        if (await db.Directory.Invitations.CountAsync(i => i.WorkspaceId == actor.Workspace && i.AcceptedAt == null && i.WithdrawnAt == null && i.ExpiresAt > now, ct) >= MostOpen)
        {
            return new Failure.Invalid("role", $"There are {MostOpen} open invitations already. Withdraw some first.");
        }

        var token = SecretToken.New();
        var invitation = new Invitation
        {
            Id = Guid.CreateVersion7(now),
            WorkspaceId = actor.Workspace,
            TokenHash = SecretToken.Hash(token),
            Role = role,
            InvitedBy = actor.PersonId,
            CreatedAt = now,
            ExpiresAt = now + Life,
        };
        db.Directory.Invitations.Add(invitation);
        db.Audit.Add(AuditEntry.By(actor, time, "member.invited", $"as {role}"));
        await db.SaveChangesAsync(ct);
        feed.Publish(new WorkspaceSignal.MembersChanged(actor.Workspace));
        return new NewInvitation(invitation.Id, token, role, invitation.ExpiresAt);
    }
}

/// <summary>An invitation with the token of its link, which exists nowhere else.</summary>
public sealed record NewInvitation(Guid Id, string Token, Role Role, DateTimeOffset ExpiresAt);
