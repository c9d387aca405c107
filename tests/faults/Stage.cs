using Dashboard.Application;
using Dashboard.Application.Connections;
using Dashboard.Application.Kernel;
using Dashboard.Application.Sync;
using Dashboard.Application.Workspaces;
using Dashboard.Faults.Network;
using Dashboard.Faults.Workers;
using Dashboard.Infrastructure.Background;
using Dashboard.Infrastructure.HubSpot;
using Dashboard.Infrastructure.Persistence;
using Dashboard.Infrastructure.Persistence.Starting;
using Dashboard.Infrastructure.Secrets;
using Dashboard.Sandbox;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.Faults;

/// <summary>A data folder that workers share, HubSpot behind a faulty network, and connected workspaces. All of it is gone when disposed.</summary>
public sealed class Stage : IAsyncDisposable
{
    private const int FirstHub = 900_001;

    private static readonly Lazy<Task<byte[]>> Migrated = new(MigrateOnceAsync);

    private readonly string folder;
    private readonly string[] settings;
    private readonly List<WorkerProcess> workers = [];
    private readonly List<WorkspaceId> workspaces = [];

    private Stage(string folder, RunningSandbox sandbox, string[] settings)
    {
        (this.folder, Sandbox, this.settings) = (folder, sandbox, settings);
        Network = new FaultProxy(sandbox.Origin.Port);
        Control = new HttpClient { BaseAddress = new Uri(sandbox.Origin, "/__sandbox/") };
        Services = Build();
    }

    public RunningSandbox Sandbox { get; }

    public FaultProxy Network { get; }

    /// <summary>The sandbox's handles.</summary>
    public HttpClient Control { get; }

    /// <summary>The use cases in this process, with a line of their own to HubSpot that no fault strikes.</summary>
    public ServiceProvider Services { get; }

    public IReadOnlyList<WorkspaceId> Workspaces => workspaces;

    /// <summary>What HubSpot had done before anybody was asked for anything.</summary>
    public long Before { get; private set; }

    /// <param name="synced">Whether the index is filled already.</param>
    /// <param name="settings">Given to each worker.</param>
    public static async Task<Stage> SetAsync(int portals = 1, int tasks = 40, bool synced = true, params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("tasklane-faults-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "data"));
        await File.WriteAllBytesAsync(DatabaseFile(folder), await Migrated.Value);
        var sandbox = await SandboxHost.StartAsync(new SandboxOptions { Url = "http://127.0.0.1:0", Tasks = tasks, IndexLagMilliseconds = 0, RateLimits = false, CallsPerTenSeconds = 100_000 });
        var stage = new Stage(folder, sandbox, settings);
        for (var hub = FirstHub; hub < FirstHub + portals; hub++)
        {
            lock (sandbox.World.Gate)
            {
                sandbox.World.SeedPortal(hub, tasks, hub - FirstHub + 1);
            }

            stage.workspaces.Add(await Connecting.RunAsync(stage, hub));
        }

        foreach (var workspace in synced ? stage.workspaces : [])
        {
            var read = await stage.Get<FullSync>().RunAsync(workspace, CancellationToken.None);
            _ = read.Ok ? true : throw new InvalidOperationException(read.Failure!.Sentence);
        }

        stage.Before = stage.Ledger(0).Select(e => e.Sequence).DefaultIfEmpty().Last();
        return stage;
    }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public IDashboardDb Open(WorkspaceId workspace) => Get<IDashboardDbs>().Open(workspace);

    public List<Dashboard.Sandbox.World.Events.WorldEvent> Ledger(long after)
    {
        lock (Sandbox.World.Gate)
        {
            return Sandbox.World.LedgerAfter(after);
        }
    }

    /// <summary>Starts a worker; it may not be ready yet.</summary>
    public WorkerProcess Start(params string[] more)
    {
        string[] all =
        [
            "--Data:Folder", Path.Combine(folder, "data"), "--HubSpot:ApiBase", Network.Origin, "--HubSpot:AuthorizeBase", Network.Origin,
            "--HubSpot:ClientId", "tasklane-sandbox", "--HubSpot:ClientSecret", "sandbox-secret", "--HubSpot:CallsPerTenSeconds", "100000", "--HubSpot:SearchesPerSecond", "1000",
            "--HubSpot:TimeoutSeconds", "2", "--Sync:PollSeconds", "0.5", "--Sync:SendPollSeconds", "0.2", "--Replicas:LeaseSeconds", "1", "--Replicas:FeedPollSeconds", "0.2",
            .. settings, .. more,
        ];
        var worker = WorkerProcess.Start(folder, all);
        workers.Add(worker);
        return worker;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in workers)
        {
            await worker.DisposeAsync();
        }

        await Services.DisposeAsync();
        Control.Dispose();
        await Network.DisposeAsync();
        await Sandbox.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static string DatabaseFile(string folder) => Path.Combine(folder, "data", "tasklane.db");

    private static DatabaseOptions Database(string folder) => new() { ConnectionString = $"Data Source={DatabaseFile(folder)}" };

    private static async Task<byte[]> MigrateOnceAsync()
    {
        var folder = Directory.CreateTempSubdirectory("tasklane-faults-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "data"));
        var databases = new DashboardDbs(Database(folder));
        await new DatabaseStart(databases, Database(folder), TimeProvider.System, NullLogger<DatabaseStart>.Instance).RunAsync(CancellationToken.None);
        await using (var db = databases.OpenEngine())
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE);");
        }

        SqliteConnection.ClearAllPools();
        var bytes = await File.ReadAllBytesAsync(DatabaseFile(folder));
        Directory.Delete(folder, recursive: true);
        return bytes;
    }

    private ServiceProvider Build()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Data:Folder"] = Path.Combine(folder, "data") }).Build();
        var environment = new HostingEnvironment { EnvironmentName = "Development", ContentRootPath = folder };
        var keys = VaultKeys.OfDevelopment(DataFolder.Of(configuration, environment));
        return new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IDashboardDbs>(new DashboardDbs(Database(folder)))
            .AddSingleton<ITokenVault>(new TokenVault(keys))
            .AddSingleton(typeof(Microsoft.Extensions.Logging.ILogger<>), typeof(NullLogger<>))
            .AddSingleton<IWorkspaceFeed, InProcessFeed>()
            .AddHubSpot(new HubSpotOptions
            {
                ApiBase = Sandbox.Origin.ToString(), AuthorizeBase = Sandbox.Origin.ToString(), ClientId = "tasklane-sandbox", ClientSecret = "sandbox-secret",
                CallsPerTenSeconds = 100_000, SearchesPerSecond = 1_000,
            })
            .AddApplication()
            .BuildServiceProvider();
    }
}
