using System.Security.Cryptography;
using Dashboard.Application.Changes;
using Dashboard.Application.Connections;
using Dashboard.Application.Kernel;
using Dashboard.Application.People;
using Dashboard.Application.Sync;
using Dashboard.Application.Workspaces;
using Dashboard.Infrastructure.Secrets;
using Dashboard.UnitTests.Workspaces;

namespace Dashboard.UnitTests.Connections;

/// <summary>One workspace with its owner, about to connect HubSpot.</summary>
public sealed class Office(Town town, Person owner, Actor actor, Workspace workspace, HubSpotSandbox hubSpot) : IAsyncDisposable
{
    public const string Session = "session-hash";

    public Town Town { get; } = town;

    public Person Owner { get; } = owner;

    public Actor Actor { get; } = actor;

    public Workspace Workspace { get; } = workspace;

    public TokenVault Vault { get; init; } = new(VaultKeys.From(new() { Keys = { ["test"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(VaultKeys.KeyBytes)) } }));

    public SyncBell SyncBell { get; } = new();

    public ChangeBell ChangeBell { get; } = new();

    public ShowConnection Show => new(Town.Database.Databases, hubSpot.Portal, Town.Clock);

    public StartConnect Start => new(Town.Database.Databases, hubSpot.Grants, Town.Clock);

    public FinishConnect Finish => new(
        Town.Database.Databases, hubSpot.Grants, new ConnectionStore(Town.Database.Databases, Vault, Town.Clock), Town.Feed, SyncBell, ChangeBell, Town.Clock);

    public DisconnectHubSpot DisconnectAt(IHubSpotGrants grants) => new(Town.Database.Databases, grants, Vault, Town.Feed, Town.Clock);

    public static async Task<Office> NewAsync(HubSpotSandbox hubSpot)
    {
        var town = await Town.NewAsync();
        var (person, actor, workspace) = await town.FoundedAsync();
        return new Office(town, person, actor, workspace, hubSpot);
    }

    /// <summary>A second workspace in the same database.</summary>
    public async Task<Office> NeighbourAsync(HubSpotSandbox there)
    {
        var (person, actor, workspace) = await Town.FoundedAsync("Neighbour", "Nina Neighbour");
        return new Office(Town, person, actor, workspace, there) { Vault = Vault };
    }

    public async Task<Uri> AskAsync() => (await Start.RunAsync(Actor, Session, HubSpotSandbox.Redirect, default)).Value;

    public async Task<ConnectReturn> ConnectAsync(long hub = HubSpotSandbox.Main, bool allow = true, string? scopes = null) =>
        await Finish.RunAsync(Owner, await hubSpot.AnswerAsync(await AskAsync(), Session, hub, allow, scopes), default);

    public IDashboardDb Open() => Town.Database.Databases.Open(Workspace.Id);

    public ValueTask DisposeAsync() => Town.DisposeAsync();
}
