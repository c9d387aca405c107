using Dashboard.Application.Kernel;
using Dashboard.Application.People;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Workspaces.Invitations;

/// <summary>What a link leads to, before it is accepted. For signed-in people only.</summary>
public sealed class PreviewInvitation(IDashboardDbs databases, TimeProvider time)
{
    public async Task<Result<InvitationPreview>> RunAsync(Person person, string token, CancellationToken ct)
    {
        await using var db = databases.OpenDirectory();
        var invitation = await InvitationLink.FindAsync(db, token, ct);
        var isMember = invitation is not null && await db.Members.AnyAsync(m => m.WorkspaceId == invitation.WorkspaceId && m.PersonId == person.Id, ct);
        if (!isMember && InvitationLink.Trouble(invitation, time.GetUtcNow()) is { } trouble)
        {
            return trouble;
        }

        var workspace = await db.Workspaces.AsNoTracking().SingleAsync(w => w.Id == invitation!.WorkspaceId, ct);
        var inviter = await db.People.Where(p => p.Id == invitation!.InvitedBy).Select(p => p.Name).SingleOrDefaultAsync(ct);
        return new InvitationPreview(workspace.Name, workspace.Slug, invitation!.Role, inviter ?? "", invitation.ExpiresAt, isMember);
    }
}

/// <param name="AlreadyMember">The person belongs to the workspace; there is nothing to accept.</param>
public sealed record InvitationPreview(string WorkspaceName, string Slug, Role Role, string InvitedBy, DateTimeOffset ExpiresAt, bool AlreadyMember);
