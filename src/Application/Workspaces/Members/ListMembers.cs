using Dashboard.Application.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Workspaces.Members;

/// <summary>Who belongs to the workspace; for admins also who was invited.</summary>
public sealed class ListMembers(IDashboardDbs databases, TimeProvider time)
{
    public async Task<MemberList> RunAsync(Actor actor, CancellationToken ct)
    {
        await using var db = databases.OpenDirectory();
        var members = await db.Members.AsNoTracking()
            .Where(member => member.WorkspaceId == actor.Workspace)
            .Join(db.People, member => member.PersonId, person => person.Id, (member, person) => new { member, person })
            .OrderByDescending(found => found.member.Role).ThenBy(found => found.person.Name).ThenBy(found => found.member.PersonId)
            .Select(found => new MemberRow(found.person.Id, found.person.Name, found.person.Email, found.member.Role, found.member.JoinedAt, found.person.Id == actor.PersonId))
            .ToListAsync(ct);

        return new MemberList(members, actor.MayAdminister ? await OpenInvitationsAsync(db, actor, ct) : []);
    }

    private async Task<List<InvitationRow>> OpenInvitationsAsync(IDirectoryDb db, Actor actor, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return await db.Invitations.AsNoTracking()
            .Where(invitation => invitation.WorkspaceId == actor.Workspace && invitation.AcceptedAt == null && invitation.WithdrawnAt == null && invitation.ExpiresAt > now)
            .OrderBy(invitation => invitation.ExpiresAt)
            .Select(invitation => new InvitationRow(
                invitation.Id,
                invitation.Role,
                db.People.Where(person => person.Id == invitation.InvitedBy).Select(person => person.Name).FirstOrDefault() ?? "",
                invitation.ExpiresAt))
            .ToListAsync(ct);
    }
}

/// <summary>Members, the most powerful first, and open invitations, the next to expire first.</summary>
public sealed record MemberList(IReadOnlyList<MemberRow> Members, IReadOnlyList<InvitationRow> Invitations);

public sealed record MemberRow(Guid PersonId, string Name, string? Email, Role Role, DateTimeOffset JoinedAt, bool IsYou);

public sealed record InvitationRow(Guid Id, Role Role, string InvitedBy, DateTimeOffset ExpiresAt);
