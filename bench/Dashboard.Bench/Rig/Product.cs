using System.Net.Sockets;
using Dashboard.Application.Kernel;
using Dashboard.Application.Sync;
using Dashboard.Application.Workspaces;
using Dashboard.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Bench.Rig;

/// <summary>The product as a process on a folder of its own. Its database is also read from here, beside it.</summary>
internal sealed class Product : IAsyncDisposable
{
    private readonly ServerProcess process;
    private readonly string heapSocket;

    private Product(ServerProcess process, string origin, string folder)
    {
        (this.process, Origin, heapSocket) = (process, origin, Path.Combine(folder, "heap.sock"));
        Database = new DashboardDbs(new DatabaseOptions { ConnectionString = $"Data Source={Path.Combine(folder, "data", "tasklane.db")}" });
    }

    public string Origin { get; }

    public DashboardDbs Database { get; }

    public static async Task<Product> StartAsync(string folder, Portal portal)
    {
        var origin = $"http://localhost:{ServerProcess.FreePort()}";
        var environment = new Dictionary<string, string>
        {
            ["DOTNET_STARTUP_HOOKS"] = typeof(Product).Assembly.Location,
            ["TASKLANE_BENCH_HEAP"] = Path.Combine(folder, "heap.sock"),
        };
        var process = ServerProcess.Start(
            "src/Web", "Dashboard.Web.dll", Path.Combine(folder, "web.log"), environment,
            "--urls", origin, "--Data:Folder", Path.Combine(folder, "data"), "--Sandbox:Enabled", "false",
            "--Oidc:Authority", $"{portal.Origin}/idp", "--HubSpot:ApiBase", portal.Origin, "--HubSpot:AuthorizeBase", portal.Origin);
        await process.ReadyAsync($"{origin}/health/ready");
        return new Product(process, origin, folder);
    }

    public double Rss() => process.Rss();

    public double Cpu() => process.Cpu();

    /// <summary>Managed heap after a full collection, MiB; told by <c>StartupHook</c> inside the process.</summary>
    public async Task<double> HeapAsync()
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(heapSocket));
        var answer = new byte[8];
        await new NetworkStream(socket).ReadExactlyAsync(answer);
        return BitConverter.ToInt64(answer) / (double)(1 << 20);
    }

    /// <summary>The only workspace, and its owner as an actor.</summary>
    public async Task<Actor> OwnerAsync()
    {
        await using var db = Database.OpenDirectory();
        return await (
            from member in db.Members
            join person in db.People on member.PersonId equals person.Id
            select new Actor(member.WorkspaceId, person.Id, person.Name, member.Role, member.OwnerId)).SingleAsync();
    }

    public async Task<SyncState?> SyncAsync(WorkspaceId workspace)
    {
        await using var db = Database.Open(workspace);
        return await db.SyncStates.AsNoTracking().FirstOrDefaultAsync();
    }

    public async Task<bool> HasChangeAsync(WorkspaceId workspace, long task)
    {
        await using var db = Database.Open(workspace);
        return await db.Changes.AnyAsync(c => c.TaskId == task);
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();
}
