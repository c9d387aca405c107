using Dashboard.Application.Connections;
using Dashboard.Application.Connections.OperationIds;
using Dashboard.Application.Journal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Sync.Checks;
using Dashboard.Application.Sync.Hints;
using Dashboard.Application.Workspaces;
using Dashboard.Infrastructure.HubSpot;
using Dashboard.Web.Shell;
using Dashboard.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace Dashboard.Web.Features.Connections;

/// <summary>What the connection page can ask for, each time as the member the session says it is now.</summary>
public sealed class ConnectionActions(
    CurrentMember member, AuthenticationStateProvider authentication, PublicOrigin origin, HubSpotOptions options, NavigationManager navigation,
    StartConnect start, ShowConnection show, DisconnectHubSpot disconnect, LoopHealth health,
    ShowFreshness freshness, VerifyIndex verify, RetryHints retry, MeasureWorkspace measure, AddOperationIds operationIds)
{
    private static readonly Failure Gone = new Failure.NotFound("This workspace");

    /// <summary>The address of HubSpot's consent page.</summary>
    public Task<Result<Uri>> StartAsync(string slug, CancellationToken ct) => AsMemberAsync(slug, async actor =>
    {
        var session = (await authentication.GetAuthenticationStateAsync()).User.SessionHash();
        var redirect = new Uri((origin.Configured ?? navigation.BaseUri.TrimEnd('/')) + options.RedirectPath);
        return session is null ? Gone : await start.RunAsync(actor, session, redirect, ct);
    }, ct);

    public Task<Result<ConnectionSeen>> ShowAsync(string slug, CancellationToken ct) =>
        AsMemberAsync<ConnectionSeen>(slug, async actor => new ConnectionSeen(
            actor, await show.RunAsync(actor, ct), health.Of(actor.Workspace), await freshness.RunAsync(actor, ct), await measure.RunAsync(actor.Workspace, ct)), ct);

    public Task<Result<Done>> VerifyAsync(string slug, CancellationToken ct) => AsMemberAsync(slug, actor => verify.RunAsync(actor, ct), ct);

    public Task<Result<int>> RetryHintsAsync(string slug, CancellationToken ct) => AsMemberAsync(slug, actor => retry.RunAsync(actor, ct), ct);

    public Task<Result<Done>> AddOperationIdsAsync(string slug, CancellationToken ct) => AsMemberAsync(slug, actor => operationIds.RunAsync(actor, ct), ct);

    public Task<Result<Disconnected>> DisconnectAsync(string slug, CancellationToken ct) => AsMemberAsync(slug, actor => disconnect.RunAsync(actor, ct), ct);

    private async Task<Result<T>> AsMemberAsync<T>(string slug, Func<Actor, Task<Result<T>>> run, CancellationToken ct) =>
        await member.FindAsync(slug, ct) is { } actor ? await run(actor) : Gone;
}

/// <summary>The connection, and as whom it was read.</summary>
/// <param name="View">Null when the workspace is not connected.</param>
/// <param name="Loops">How the background work of this process fares with the workspace.</param>
/// <param name="Freshness">Null when the workspace is not connected.</param>
public sealed record ConnectionSeen(Actor You, ConnectionView? View, IReadOnlyList<LoopRun> Loops, Freshness? Freshness, WorkspaceFigures Figures);
