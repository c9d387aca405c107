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

        return member.Role == role ? Done.Value : await ChangeAsync(db, actor, member, role, ct);
    }

    private async Task<Result<Done>> ChangeAsync(IDashboardDb db, Actor actor, Member member, Role role, CancellationToken ct)
    {
        if (actor.Lacks(member.Role, "change the role of an owner") is { } above)
        {
            return above;
        }

        if (await Membership.KeepAnOwnerAsync(db, member, ct) is { } last)
        {
            return last;
        }

        db.Audit.Add(AuditEntry.By(actor, time, "member.role", $"{await Membership.NameAsync(db, member.PersonId, ct)}: {member.Role} to {role}"));
        member.Role = role;
        if (role < Role.Admin)
        {
            await Membership.WithdrawInvitationsOfAsync(db, member.PersonId, time.GetUtcNow(), ct);
        }

        return await Membership.SaveAsync(db, feed, ct) is { } conflict ? conflict : Done.Value;
    }
}
