using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.People;
using Dashboard.Application.Sync;
using Dashboard.Application.Workspaces;

namespace Dashboard.Application.Connections;

/// <summary>
/// Takes HubSpot's answer to a consent that <see cref="StartConnect"/> asked for: redeems the code, looks whose grant it is and stores it sealed.
/// https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/oauth/working-with-oauth
/// </summary>
public sealed class FinishConnect(
    IDashboardDbs databases, IHubSpotGrants grants, ConnectionStore store, IWorkspaceFeed feed, SyncBell syncs, ChangeBell changes, TimeProvider time)
{
    public async Task<ConnectReturn> RunAsync(Person person, ConsentAnswer answer, CancellationToken ct)
    {
        Result<AttemptOwner> taken;
        await using (var directory = databases.OpenDirectory())
        {
            taken = await ConnectAttempts.TakeAsync(directory, person, answer, time.GetUtcNow(), ct);
        }

        if (!taken.Ok)
        {
            return new ConnectReturn(null, taken.Failure);
        }

        var failure = await ConnectAsync(taken.Value.Actor, answer, ct);
        if (failure is null)
        {
            // Changes that waited for a valid grant may go on now.
            syncs.Ring(taken.Value.Actor.Workspace);
            changes.Ring(taken.Value.Actor.Workspace);
            feed.Publish(new WorkspaceSignal.ConnectionChanged(taken.Value.Actor.Workspace));
        }

        return new ConnectReturn(taken.Value.Slug, failure);
    }

    private async Task<Failure?> ConnectAsync(Actor actor, ConsentAnswer answer, CancellationToken ct)
    {
        if (actor.Lacks(Role.Admin, "connect HubSpot") is { } lacking)
        {
            return lacking;
        }

        // Fixed texts: what the address says may be anybody's words.
        if (answer.Error is not null || string.IsNullOrEmpty(answer.Code))
        {
            return new Failure.Invalid("consent", answer.Error == "access_denied"
                ? "You did not allow the connection at HubSpot, so nothing was connected."
                : "HubSpot ended the connection without a result, so nothing was connected. Try again.");
        }

        var exchanged = await grants.ExchangeAsync(answer.Code, answer.Redirect, ct);
        if (!exchanged.Ok)
        {
            return exchanged.Failure;
        }

        var failure = await KeepAsync(actor, exchanged.Value, ct);
        if (failure is not null && !await store.IsClaimedAsync(exchanged.Value.HubId, ct))
        {
            // Nobody's then: do not leave a live grant behind. A portal that is somebody's keeps its grants, HubSpot may have handed out the same one.
            await grants.RevokeAsync(exchanged.Value.RefreshToken, ct);
        }

        return failure;
    }

    private async Task<Failure?> KeepAsync(Actor actor, Grant grant, CancellationToken ct)
    {
        var introspected = await grants.IntrospectAsync(grant.AccessToken, ct);
        if (!introspected.Ok)
        {
            return introspected.Failure;
        }

        var details = introspected.Value;
        if (details.HubId != grant.HubId)
        {
            return new Failure.Refused("its answers name two different accounts. Try again.");
        }

        var granted = details.Scopes.Count > 0 ? details.Scopes : grant.Scopes;
        return HubSpotScopes.Missing([.. granted]) is [var missing, ..]
            ? new Failure.MissingScope(missing)
            : await store.KeepAsync(actor, grant, details, granted, ct);
    }
}

/// <summary>Where the person goes now.</summary>
/// <param name="Slug">The workspace; null when the answer belonged to none.</param>
/// <param name="Failure">Why nothing was connected; null when it was.</param>
public sealed record ConnectReturn(string? Slug, Failure? Failure);
