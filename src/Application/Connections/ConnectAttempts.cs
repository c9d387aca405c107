using Dashboard.Application.Kernel;
using Dashboard.Application.People;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Connections;

/// <summary>Takes an attempt away, once and for the one who began it only.</summary>
internal static class ConnectAttempts
{
    private static readonly Failure Unknown = new Failure.Invalid(
        "state", "This answer from HubSpot does not belong to a connection you started here, or it took too long. Start again under Settings.");

    /// <returns>The workspace the attempt was made for. Its actor is made from the membership of now, not of then.</returns>
    public static async Task<Result<AttemptOwner>> TakeAsync(IDirectoryDb db, Person person, ConsentAnswer answer, DateTimeOffset now, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(answer.State))
        {
            return Unknown;
        }

        var id = SecretToken.Hash(answer.State);

        // A stranger's answer leaves the attempt to its owner; of two answers at once one deletes the row.
        var mine = db.ConnectAttempts.Where(a => a.Id == id && a.PersonId == person.Id && a.SessionHash == answer.SessionHash && a.ExpiresAt > now);
        var attempt = await mine.AsNoTracking().SingleOrDefaultAsync(ct);
        if (attempt is null || await mine.ExecuteDeleteAsync(ct) != 1)
        {
            return Unknown;
        }

        var found = await db.Members.AsNoTracking()
            .Where(member => member.WorkspaceId == attempt.WorkspaceId && member.PersonId == person.Id)
            .Join(db.Workspaces, member => member.WorkspaceId, workspace => workspace.Id, (member, workspace) => new { member, workspace })
            .SingleOrDefaultAsync(ct);
        return found is null
            ? new Failure.NotFound("This workspace")
            : new AttemptOwner(found.workspace.Slug, new Actor(found.workspace.Id, person.Id, person.Name, found.member.Role, found.member.OwnerId));
    }
}

/// <summary>Who began an attempt, as a member of now, and the workspace's part of addresses.</summary>
internal sealed record AttemptOwner(string Slug, Actor Actor);
