using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
using Dashboard.Web.SignIn;
using Microsoft.AspNetCore.Components.Authorization;

namespace Dashboard.Web.Shell;

/// <summary>
/// The signed-in person as a member of the workspace in the address. Asked anew for each action, so that a session or a
/// membership that ended stops working at once and not at the next page load.
/// </summary>
public sealed class CurrentMember(AuthenticationStateProvider authentication, Actors actors)
{
    public async Task<Actor?> FindAsync(string slug, CancellationToken ct = default) =>
        await actors.FindAsync((await authentication.GetAuthenticationStateAsync()).User, slug, ct);

    /// <summary>Runs a use case as that member; a workspace of others looks absent, and storage that is busy for too long is a sentence.</summary>
    public async Task<Result<T>> RunAsync<T>(string slug, Func<Actor, Task<Result<T>>> run, CancellationToken ct = default)
    {
        try
        {
            return await FindAsync(slug, ct) is { } actor ? await run(actor) : new Failure.NotFound("This workspace");
        }
        catch (NotSavedException busy)
        {
            return new Failure.Unavailable(busy.Message);
        }
    }
}
