using Dashboard.Application.Kernel;

namespace Dashboard.Application.Workspaces.Members;

/// <summary>Takes somebody's access away. Their open boards end with the signal.</summary>
public sealed class RemoveMember(IDashboardDbs databases, IWorkspaceFeed feed, TimeProvider time)
{
    public async Task<Result<Done>> RunAsync(Actor actor, Guid person, CancellationToken ct)
    {
        if (actor.Lacks(Role.Admin, "remove members") is { } lacking)
        {
            return lacking;
        }

        await using var db = databases.Open(actor.Workspace);
        if (await Membership.FindAsync(db, person, ct) is not { } member)
        {
            return new Failure.NotFound("This member");
        }

        if (actor.Lacks(member.Role, "remove an owner") is { } above)
        {
            return above;
        }

        if (await Membership.KeepAnOwnerAsync(db, member, ct) is { } last)
        {
            return last;
        }

        db.Directory.Members.Remove(member);
        await Membership.WithdrawInvitationsOfAsync(db, person, time.GetUtcNow(), ct);
        db.Audit.Add(AuditEntry.By(actor, time, "member.removed", await Membership.NameAsync(db, person, ct)));
        return await Membership.SaveAsync(db, feed, ct) is { } conflict ? conflict : Done.Value;
    }
}
