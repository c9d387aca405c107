using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
using Dashboard.Application.Workspaces.Invitations;
using Dashboard.Application.Workspaces.Members;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Features.Workspaces;

/// <summary>What the members page can ask for, each time as the member the session says it is now.</summary>
public sealed class MemberActions(
    CurrentMember member, ListMembers list, InviteMember invite, WithdrawInvitation withdraw, ChangeRole change, RemoveMember remove, LeaveWorkspace leave)
{
    private static readonly Failure Gone = new Failure.NotFound("This workspace");

    public Task<Result<MembersSeen>> ListAsync(string slug, CancellationToken ct) =>
        AsMemberAsync<MembersSeen>(slug, async actor => new MembersSeen(actor, await list.RunAsync(actor, ct)), ct);

    public Task<Result<NewInvitation>> InviteAsync(string slug, Role role, CancellationToken ct) => AsMemberAsync(slug, actor => invite.RunAsync(actor, role, ct), ct);

    public Task<Result<Done>> WithdrawAsync(string slug, Guid invitation, CancellationToken ct) => AsMemberAsync(slug, actor => withdraw.RunAsync(actor, invitation, ct), ct);

    public Task<Result<Done>> ChangeAsync(string slug, Guid person, Role role, CancellationToken ct) => AsMemberAsync(slug, actor => change.RunAsync(actor, person, role, ct), ct);

    public Task<Result<Done>> RemoveAsync(string slug, Guid person, CancellationToken ct) => AsMemberAsync(slug, actor => remove.RunAsync(actor, person, ct), ct);

    public Task<Result<Done>> LeaveAsync(string slug, CancellationToken ct) => AsMemberAsync(slug, actor => leave.RunAsync(actor, ct), ct);

    private async Task<Result<T>> AsMemberAsync<T>(string slug, Func<Actor, Task<Result<T>>> run, CancellationToken ct) =>
        await member.FindAsync(slug, ct) is { } actor ? await run(actor) : Gone;
}

/// <summary>The members, and as whom they were read.</summary>
public sealed record MembersSeen(Actor You, MemberList List);
