using Dashboard.Application.Kernel;

namespace Dashboard.Application.Workspaces.Members;

/// <summary>Ends one's own membership. The last owner stays.</summary>
public sealed class LeaveWorkspace(IDashboardDbs databases, IWorkspaceFeed feed, TimeProvider time)
{
    public async Task<Result<Done>> RunAsync(Actor actor, CancellationToken ct)
    {
        await using var db = databases.Open(actor.Workspace);
        if (await Membership.FindAsync(db, actor.PersonId, ct) is not { } member)
        {
            return Done.Value;
        }

        if (await Membership.KeepAnOwnerAsync(db, member, ct) is { } last)
        {
            return last;
        }

        db.Directory.Members.Remove(member);
        await Membership.WithdrawInvitationsOfAsync(db, actor.PersonId, time.GetUtcNow(), ct);
        db.Audit.Add(AuditEntry.By(actor, time, "member.left", actor.Name));
        return await Membership.SaveAsync(db, feed, ct) is { } conflict ? conflict : Done.Value;
    }
}
