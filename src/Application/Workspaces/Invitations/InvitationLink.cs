using Dashboard.Application.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Workspaces.Invitations;

/// <summary>Looks a link up and says why it does not open.</summary>
internal static class InvitationLink
{
    public static async Task<Invitation?> FindAsync(IDirectoryDb db, string token, CancellationToken ct)
    {
        var hash = SecretToken.Hash(token);
        return await db.Invitations.SingleOrDefaultAsync(invitation => invitation.TokenHash == hash, ct);
    }

    /// <summary>Null while the link works.</summary>
    public static Failure? Trouble(Invitation? invitation, DateTimeOffset now) => invitation switch
    {
        null => new Failure.NotFound("This invitation"),
        { WithdrawnAt: not null } => new Failure.Conflict("This invitation was withdrawn. Ask the person who sent it for a new one."),
        { AcceptedAt: not null } => new Failure.Conflict("This invitation was already used; each link works once. Ask the person who sent it for a new one."),
        _ when invitation.ExpiresAt <= now => new Failure.Conflict(
            $"This invitation expired after {InviteMember.Life.Days} days. Ask the person who sent it for a new one."),
        _ => null,
    };
}
