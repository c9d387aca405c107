using Dashboard.Application.Kernel;
using Dashboard.Application.People;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Workspaces.Invitations;

/// <summary>Makes the signed-in person a member by a link, which works once. A member who opens a link keeps role and link as they are.</summary>
public sealed class AcceptInvitation(IDashboardDbs databases, IWorkspaceFeed feed, TimeProvider time)
{
    /// <returns>The workspace the person belongs to now.</returns>
    public async Task<Result<Workspace>> RunAsync(Person person, string token, CancellationToken ct)
    {
        WorkspaceId where;
        await using (var directory = databases.OpenDirectory())
        {
            if (await InvitationLink.FindAsync(directory, token, ct) is not { } found)
            {
                return new Failure.NotFound("This invitation");
            }

            where = found.WorkspaceId;
        }

        var accepted = await TryAsync(person, token, where, ct);

        // Null: the same link was opened at the same moment. Looking again tells who was first.
        return accepted ?? await TryAsync(person, token, where, ct) ?? new Failure.Conflict("This invitation is being used right now. Look again.");
    }

    private async Task<Result<Workspace>?> TryAsync(Person person, string token, WorkspaceId where, CancellationToken ct)
    {
        await using var db = databases.Open(where);
        var workspace = await db.Directory.Workspaces.AsNoTracking().SingleAsync(w => w.Id == where, ct);

        // The link before the membership: if another click uses it in between, the membership it made is seen.
        var invitation = await InvitationLink.FindAsync(db.Directory, token, ct);
        if (await db.Directory.Members.AnyAsync(m => m.WorkspaceId == where && m.PersonId == person.Id, ct))
        {
            return workspace;
        }

        var now = time.GetUtcNow();
        if (InvitationLink.Trouble(invitation, now) is { } trouble)
        {
            return trouble;
        }

        invitation!.AcceptedAt = now;
        invitation.AcceptedBy = person.Id;
        var owner = await OwnerOfAsync(db, person, ct);
        db.Directory.Members.Add(new Member { WorkspaceId = where, PersonId = person.Id, Role = invitation.Role, JoinedAt = now, OwnerId = owner });
        db.Audit.Add(new AuditEntry { WorkspaceId = where, At = now, PersonId = person.Id, Action = "member.joined", Subject = $"as {invitation.Role}" });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            return null;
        }

        feed.Publish(new WorkspaceSignal.MembersChanged(where));
        return workspace;
    }

    /// <summary>Whose tasks are "mine" from the first page on; the next sync looks again. Only an address the provider vouched for counts.</summary>
    private static async Task<long?> OwnerOfAsync(IDashboardDb db, Person person, CancellationToken ct)
    {
        if (person is not { EmailVerified: true, Email: { Length: > 0 } email })
        {
            return null;
        }

        var owners = await db.Owners.AsNoTracking().Where(o => !o.IsArchived && o.Email != null).Select(o => new { o.Id, o.Email }).ToListAsync(ct);
        return owners.FirstOrDefault(o => string.Equals(o.Email, email, StringComparison.OrdinalIgnoreCase))?.Id;
    }
}
