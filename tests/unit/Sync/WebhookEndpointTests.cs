using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dashboard.Application.Connections;
using Dashboard.Application.Kernel;
using Dashboard.Application.Sync;
using Dashboard.Application.Sync.Hints;
using Dashboard.Web.Shell;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dashboard.UnitTests.Sync;

/// <summary>The address HubSpot sends webhooks to, as HubSpot and as strangers may call it.</summary>
public sealed class WebhookEndpointTests : IAsyncLifetime
{
    private const string Public = "https://tasklane.example.com";

    private readonly string folder = Directory.CreateTempSubdirectory("tasklane-").FullName;
    private readonly WebApplicationFactory<WorkspaceView> product;
    private readonly HttpClient hubSpot;
    private readonly WorkspaceId workspace = WorkspaceId.New();

    public WebhookEndpointTests()
    {
        product = new WebApplicationFactory<WorkspaceView>().WithWebHostBuilder(host =>
        {
            host.UseEnvironment("Development");
            host.UseSetting("Data:Folder", folder);
            host.UseSetting("Sandbox:Enabled", "false");
            host.UseSetting("PublicOrigin", Public);
            host.UseSetting("HubSpot:PreviousClientSecret", "the-one-before");
        });
        hubSpot = product.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri("http://inside.local:8080") });
    }

    private IDashboardDbs Dbs => product.Services.GetRequiredService<IDashboardDbs>();

    private WebhookTally Tally => product.Services.GetRequiredService<WebhookTally>();

    public async ValueTask InitializeAsync()
    {
        await using var directory = Dbs.OpenDirectory();
        directory.PortalClaims.Add(new PortalClaim { HubId = 1, WorkspaceId = workspace });
        await directory.SaveChangesAsync();
        await using var db = Dbs.Open(workspace);
        db.SyncStates.Add(new SyncState { WorkspaceId = workspace });
        await db.SaveChangesAsync();
    }

    [Theory]
    [InlineData("sandbox-secret")]
    [InlineData("the-one-before")]
    public async Task What_hubspot_signed_for_the_public_address_is_stored_before_it_is_answered(string secret)
    {
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(Events(5, 6), secret));
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(Events(5, 6), secret));
        await using var db = Dbs.Open(workspace);
        Assert.Equal([5L, 6L], await db.WebhookHints.OrderBy(h => h.ObjectId).Select(h => h.ObjectId).ToListAsync());
        Assert.NotNull((await db.SyncStates.SingleAsync()).LastHintAt);
    }

    [Theory]
    [InlineData("wrong", Public)]
    [InlineData("sandbox-secret", "https://elsewhere.example.com")]
    [InlineData("", Public)]
    public async Task What_is_forged_is_refused_counted_and_not_stored(string secret, string signedFor)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(Events(5), secret, signedFor));
        Assert.Equal((1, null), (Tally.Forged, Tally.SignedForAddress));
        Assert.Equal(0, await StoredAsync());
    }

    [Fact]
    public async Task A_signature_for_the_inner_address_is_refused_and_named_as_the_likely_mistake()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(Events(5), "sandbox-secret", "http://inside.local:8080"));
        Assert.Equal("http://inside.local:8080", Tally.SignedForAddress);
        Assert.Equal(0, await StoredAsync());
    }

    [Fact]
    public async Task A_replay_after_the_window_is_refused()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(Events(5), "sandbox-secret", age: TimeSpan.FromSeconds(301)));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(Events(5), "sandbox-secret", age: TimeSpan.FromMinutes(-6)));
    }

    [Fact]
    public async Task Large_deep_and_senseless_bodies_are_refused_without_a_stir()
    {
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(new string(' ', 10 << 20), "sandbox-secret"));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(new string('[', 900) + new string(']', 900), "sandbox-secret"));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync("{}", "sandbox-secret"));
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(Events(7).Replace("\"portalId\":1", "\"portalId\":77", StringComparison.Ordinal), "sandbox-secret"));
        Assert.Equal((2, 1), (Tally.Malformed, Tally.UnknownPortal));
        Assert.Equal(0, await StoredAsync());
    }

    [Fact]
    public async Task While_our_database_is_down_hubspot_is_told_to_come_again()
    {
        await using (var db = Dbs.Open(workspace))
        {
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE WebhookHints RENAME TO Away");
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await PostAsync(Events(5), "sandbox-secret"));
        await using (var db = Dbs.Open(workspace))
        {
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE Away RENAME TO WebhookHints");
        }

        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(Events(5), "sandbox-secret"));
        Assert.Equal(1, await StoredAsync());
    }

    public async ValueTask DisposeAsync()
    {
        hubSpot.Dispose();
        await product.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static string Events(params long[] ids) => JsonSerializer.Serialize(ids.Select(id => Told.Event(id, portal: 1)));

    private async Task<int> StoredAsync()
    {
        await using var db = Dbs.Open(workspace);
        return await db.WebhookHints.CountAsync();
    }

    private async Task<HttpStatusCode> PostAsync(string body, string secret, string signedFor = Public, TimeSpan age = default)
    {
        var sent = (TimeProvider.System.GetUtcNow() - age).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"POST{signedFor}/webhooks/hubspot{body}{sent}"));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/hubspot")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
            Headers = { { "X-HubSpot-Signature-v3", Convert.ToBase64String(signature) }, { "X-HubSpot-Request-Timestamp", sent } },
        };
        using var answer = await hubSpot.SendAsync(request);
        return answer.StatusCode;
    }
}
