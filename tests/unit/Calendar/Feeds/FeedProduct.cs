using System.Net;
using Dashboard.Application.Calendar.Feeds;
using Dashboard.Application.Kernel;
using Dashboard.Application.People;
using Dashboard.Application.Tasks;
using Dashboard.Application.Workspaces;
using Dashboard.Web.Shell;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dashboard.UnitTests.Calendar.Feeds;

/// <summary>The whole product over real HTTP, with one member and one task, as a calendar program meets it.</summary>
internal sealed class FeedProduct : IAsyncDisposable
{
    public const string Public = "https://tasklane.example.com";

    private readonly string folder = Directory.CreateTempSubdirectory("tasklane-").FullName;
    private readonly WebApplicationFactory<WorkspaceView> product;
    private readonly HttpClient program;

    private FeedProduct(bool logged)
    {
        product = new WebApplicationFactory<WorkspaceView>().WithWebHostBuilder(host =>
        {
            host.UseEnvironment("Development");
            host.UseSetting("Data:Folder", folder);
            host.UseSetting("Sandbox:Enabled", "false");
            host.UseSetting("PublicOrigin", Public);
            host.ConfigureTestServices(services => services.AddLogging(logging => LogTo(logging.ClearProviders(), logged)));
        });
        product.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        product.StartServer();
        program = product.CreateClient();
    }

    public ScopedLog Log { get; } = new();

    public Actor Aiko { get; private set; } = null!;

    public IDashboardDbs Dbs => Service<IDashboardDbs>();

    /// <param name="logged">At the lowest level, the host's own lines about requests too, which the product leaves out.</param>
    public static async Task<FeedProduct> StartAsync(bool logged = false)
    {
        var started = new FeedProduct(logged);
        var (now, workspace, person) = (TimeProvider.System.GetUtcNow(), WorkspaceId.New(), Guid.NewGuid());
        started.Aiko = new Actor(workspace, person, "Aiko", Role.Owner);
        await using var directory = started.Dbs.OpenDirectory();
        directory.Workspaces.Add(new Workspace { Id = workspace, Slug = "acme", Name = "Acme", CreatedAt = now });
        directory.People.Add(new Person { Id = person, Issuer = "https://idp.example", Subject = "aiko", Name = "Aiko" });
        directory.Members.Add(new Member { WorkspaceId = workspace, PersonId = person, Role = Role.Owner, JoinedAt = now });
        await directory.SaveChangesAsync();
        await using var db = started.Dbs.Open(workspace);
        db.Tasks.Add(new CrmTask { WorkspaceId = workspace, Id = 77, Subject = "Call back", Due = now.AddDays(1), RemoteCreatedAt = now, RemoteUpdatedAt = now });
        await db.SaveChangesAsync();
        return started;
    }

    public T Service<T>()
        where T : notnull => product.Services.GetRequiredService<T>();

    public async Task<NewFeed> MakeAsync(string name = "My tasks") =>
        (await Service<CreateFeed>().RunAsync(Aiko, new FeedToMake(name, null, "owner=all", FeedKind.Event, 30, null, false, "Europe/Berlin"), default)).Value;

    public async Task<HttpResponseMessage> AskAsync(string path, string? known = null, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("User-Agent", "Google-Calendar-Importer");
        if (known is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", known);
        }

        return await program.SendAsync(request);
    }

    public async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var answer = await AskAsync(path);
        return answer.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        program.Dispose();
        await product.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private void LogTo(ILoggingBuilder logging, bool everything)
    {
        if (everything)
        {
            logging.AddProvider(Log).AddFilter((_, _) => true).AddFilter("Microsoft.AspNetCore", LogLevel.Trace).AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Trace);
        }
    }
}
