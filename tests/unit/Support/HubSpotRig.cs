using System.Net.Http.Json;
using System.Text.Json;
using Dashboard.Application;
using Dashboard.Application.Connections;
using Dashboard.Application.Kernel;
using Dashboard.Application.Sync;
using Dashboard.Application.Workspaces;
using Dashboard.Infrastructure.Background;
using Dashboard.Infrastructure.HubSpot;
using Dashboard.Infrastructure.Secrets;
using Dashboard.Sandbox;
using Dashboard.UnitTests.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Dashboard.UnitTests.Support;

/// <summary>The product's use cases on a real database file, connected to a sandbox over HTTP.</summary>
public sealed class HubSpotRig : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly Action<HubSpotOptions> set;
    private readonly VaultKeys keys = VaultKeys.From(new SecretsOptions
    {
        CurrentKey = "test",
        Keys = { ["test"] = Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(VaultKeys.KeyBytes)) },
    });

    private HubSpotRig(RunningSandbox sandbox, TestDatabase database, TimeProvider clock, Action<HubSpotOptions> set)
    {
        (Sandbox, this.database, Clock, this.set) = (sandbox, database, clock, set);
        Control = new HttpClient { BaseAddress = new Uri(sandbox.Origin, "/__sandbox/") };
        Services = NewProcess();
    }

    public RunningSandbox Sandbox { get; }

    public TimeProvider Clock { get; }

    /// <summary>The sandbox's handles.</summary>
    public HttpClient Control { get; }

    public ServiceProvider Services { get; private set; }

    public Workspace Workspace { get; private set; } = null!;

    public Actor Actor { get; private set; } = null!;

    public static async Task<HubSpotRig> StartAsync(int tasks = 300, string version = "2026-03", TimeProvider? clock = null, Action<HubSpotOptions>? set = null)
    {
        var sandbox = await SandboxHost.StartAsync(new SandboxOptions { Url = "http://127.0.0.1:0", Tasks = tasks, IndexLagMilliseconds = 0, RateLimits = false, CallsPerTenSeconds = 100_000 });
        var rig = new HubSpotRig(sandbox, await TestDatabase.NewAsync(), clock ?? TimeProvider.System, o =>
        {
            (o.ApiVersion, o.CallsPerTenSeconds, o.SearchesPerSecond) = (version, 100_000, 1_000);
            set?.Invoke(o);
        });
        await rig.ConnectAsync();
        return rig;
    }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>What a killed process leaves behind is the file: everything in memory is made anew.</summary>
    public async Task RestartAsync()
    {
        await Services.DisposeAsync();
        Services = NewProcess();
    }

    public IDashboardDb Open() => Get<IDashboardDbs>().Open(Workspace.Id);

    public async Task SyncAsync()
    {
        var outcome = await Get<FullSync>().RunAsync(Workspace.Id, CancellationToken.None);
        Assert.True(outcome.Ok, outcome.Failure?.Sentence);
    }

    public async Task FaultAsync(object match, object effect) => (await Control.PostAsJsonAsync("faults", new[] { new { match, effect } })).EnsureSuccessStatusCode();

    /// <summary>Changes of records the sandbox took, in order.</summary>
    public async Task<List<JsonElement>> LedgerAsync(string kind) =>
        [.. (await Control.GetFromJsonAsync<JsonElement>("ledger?after=0")).EnumerateArray().Where(e => e.GetProperty("kind").GetString() == kind)];

    public async Task<List<(string Method, string Path, int Status)>> CallsAsync() =>
        [.. (await Control.GetFromJsonAsync<JsonElement>("calls")).GetProperty("recent").EnumerateArray()
            .Select(c => (c.GetProperty("method").GetString()!, c.GetProperty("path").GetString()!, c.GetProperty("status").GetInt32()))];

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        Control.Dispose();
        await Sandbox.DisposeAsync();
        await database.DisposeAsync();
    }

    /// <summary>Another process of the product on the same file.</summary>
    public ServiceProvider NewProcess()
    {
        var options = new HubSpotOptions { ApiBase = Sandbox.Origin.ToString(), AuthorizeBase = Sandbox.Origin.ToString(), ClientId = "tasklane-sandbox", ClientSecret = "sandbox-secret" };
        set(options);
        return new ServiceCollection()
            .AddSingleton(Clock)
            .AddSingleton<IDashboardDbs>(database.Databases)
            .AddSingleton<ITokenVault>(new TokenVault(keys))
            .AddSingleton(typeof(Microsoft.Extensions.Logging.ILogger<>), typeof(NullLogger<>))
            .AddSingleton<IWorkspaceFeed, InProcessFeed>()
            .AddHubSpot(options)
            .AddApplication()
            .BuildServiceProvider();
    }

    private async Task ConnectAsync()
    {
        var now = Clock.GetUtcNow();
        Workspace = new Workspace { Id = WorkspaceId.New(), Slug = "acme", Name = "Acme", CreatedAt = now };
        Actor = new Actor(Workspace.Id, Guid.CreateVersion7(), "Maya", Role.Owner);
        var token = await (await Control.PostAsync("token", null)).Content.ReadFromJsonAsync<JsonElement>();
        var hub = token.GetProperty("hub_id").GetInt64();
        await using var directory = Get<IDashboardDbs>().OpenDirectory();
        directory.Workspaces.Add(Workspace);
        directory.PortalClaims.Add(new PortalClaim { HubId = hub, WorkspaceId = Workspace.Id });
        await directory.SaveChangesAsync();

        await using var db = Open();
        var vault = Get<ITokenVault>();
        db.Connections.Add(new HubSpotConnection
        {
            WorkspaceId = Workspace.Id,
            HubId = hub,
            RefreshToken = vault.Seal(token.GetProperty("refresh_token").GetString()!, GrantPurpose.RefreshToken, Workspace.Id),
            AccessToken = vault.Seal(token.GetProperty("access_token").GetString()!, GrantPurpose.AccessToken, Workspace.Id),
            AccessTokenExpiresAt = now.AddSeconds(token.GetProperty("expires_in").GetInt32()),
            Scopes = string.Join(' ', token.GetProperty("scopes").EnumerateArray().Select(s => s.GetString())),
            ConnectedBy = Actor.PersonId,
            ConnectedAt = now,
        });
        db.SyncStates.Add(new SyncState { WorkspaceId = Workspace.Id });
        await db.SaveChangesAsync();
    }
}
