using Dashboard.Application.Kernel;
using Dashboard.Application.People;
using Dashboard.Application.Workspaces;
using Dashboard.Application.Workspaces.Invitations;
using Dashboard.Web.SignIn;
using Microsoft.AspNetCore.Components.Authorization;

namespace Dashboard.Web.Features.Workspaces;

/// <summary>What a signed-in person can do outside of a workspace, each time as the person the session says it is now.</summary>
public sealed class WorkspaceActions(
    AuthenticationStateProvider authentication, Actors actors, CreateWorkspace create, ListWorkspaces list, PreviewInvitation preview, AcceptInvitation accept)
{
    private static readonly Failure SignedOut = new Failure.Invalid("session", "Your session has ended. Sign in again.");

    public Task<Result<Workspace>> CreateAsync(string name, CancellationToken ct) => AsPersonAsync(person => create.RunAsync(person, name, ct), ct);

    public Task<Result<WorkspaceChoice[]>> ListAsync(CancellationToken ct) =>
        AsPersonAsync<WorkspaceChoice[]>(async person => (await list.RunAsync(person, ct)).ToArray(), ct);

    public Task<Result<InvitationPreview>> PreviewAsync(string token, CancellationToken ct) => AsPersonAsync(person => preview.RunAsync(person, token, ct), ct);

    public Task<Result<Workspace>> AcceptAsync(string token, CancellationToken ct) => AsPersonAsync(person => accept.RunAsync(person, token, ct), ct);

    private async Task<Result<T>> AsPersonAsync<T>(Func<Person, Task<Result<T>>> run, CancellationToken ct) =>
        await actors.PersonAsync((await authentication.GetAuthenticationStateAsync()).User, ct) is { } person ? await run(person) : SignedOut;
}
