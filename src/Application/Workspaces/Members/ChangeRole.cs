using Dashboard.Application.Kernel;

namespace Dashboard.Application.Workspaces.Members;

/// <summary>Gives a member another role; nobody touches a role above their own.</summary>
public sealed class ChangeRole(IDashboardDbs databases, IWorkspaceFeed feed, TimeProvider time)
{
    public async Task<Result<Done>> RunAsync(Actor actor, Guid person, Role role, CancellationToken ct)
    {
        if (actor.Lacks(Role.Admin, "change roles") is { } lacking)
        {
            return lacking;
        }

        if (!Enum.IsDefined(role) || role > actor.Role)
        {
            return new Failure.Invalid("role", "You can give your own role or a lesser one.");
        }

        await using var db = databases.Open(actor.Workspace);
        if (await Membership.FindAsync(db, person, ct) is not { } member)
        {
            return new Failure.NotFound("This member");
        }

        if (member.Role == role)
        {
            return Done.Value;
        }

        if (actor.Lacks(member.Role, "change the role of an owner") is { } above)
        {
            return above;
        }

        if (await Membership.KeepAnOwnerAsync(db, member, ct) is { } last)
        {
            return last;
        }

        db.Audit.Add(AuditEntry.By(actor, time, "member.role", $"{await Membership.NameAsync(db, person, ct)}: {member.Role} to {role}"));
        member.Role = role;
        if (role < Role.Admin)
        {
            await Membership.WithdrawInvitationsOfAsync(db, person, time.GetUtcNow(), ct);
        }

        return await Membership.SaveAsync(db, feed, ct) is { } conflict ? conflict : Done.Value;
    }
}
