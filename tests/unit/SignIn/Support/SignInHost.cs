using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Dashboard.Application.Kernel;
using Dashboard.Infrastructure.Persistence;
using Dashboard.Infrastructure.Persistence.Keys;
using Dashboard.Sandbox.IdentityProvider;
using Dashboard.UnitTests.Support;
using Dashboard.Web.SignIn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Dashboard.UnitTests.SignIn.Support;

/// <summary>The product's sign-in over real HTTP: the sandbox provider on one port, one or more replicas on theirs, one SQLite file.</summary>
internal sealed class SignInHost : IAsyncDisposable
{
    /// <summary>Far beyond what a busy machine needs: a test that wants the limit reached uses <see cref="WaitOutAsync"/>.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly string file = Path.Combine(Path.GetTempPath(), $"signin-{Guid.NewGuid():N}.db");
    private readonly List<WebApplication> running = [];
    private readonly HttpClient plain = new();

    private SignInHost()
    {
        Dbs = new DashboardDbs(new DatabaseOptions { ConnectionString = $"Data Source={file};Pooling=False" });
    }

    public FakeClock Clock { get; } = new(new DateTimeOffset(2031, 3, 4, 9, 0, 0, TimeSpan.Zero));

    public DashboardDbs Dbs { get; }

    public string ProviderAddress { get; private set; } = "";

    public string Address { get; private set; } = "";

    public LogLines Log { get; } = new();

    public IServiceProvider Services => running[^1].Services;

    public static async Task<SignInHost> StartAsync(params (string Name, string Value)[] settings)
    {
        var host = new SignInHost();
        await using (var db = host.Dbs.OpenEngine())
        {
            await db.Database.MigrateAsync();
        }

        host.ProviderAddress = await host.RunAsync(Builder("Production"), app => app.MapIdentityProvider(new IdentityProviderOptions(), host.Clock));
        host.Address = await host.AddReplicaAsync(settings);
        return host;
    }

    /// <summary>Another process of the product, as far as one test process can hold two: own services, same database.</summary>
    public async Task<string> AddReplicaAsync(params (string Name, string Value)[] settings)
    {
        var builder = Builder("Development");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Oidc:Authority"] = $"{ProviderAddress}/idp",
            ["Oidc:ClientId"] = "tasklane",
            ["Oidc:ClientSecret"] = "tasklane-sandbox-secret",
            ["Oidc:BackchannelTimeout"] = Patience.ToString(),
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value)));
        builder.Logging.AddProvider(Log).SetMinimumLevel(LogLevel.Trace);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton(Dbs);
        builder.Services.AddSingleton<IDashboardDbs>(Dbs);
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddSignIn(builder.Configuration, builder.Environment);
        builder.Services.AddSingleton(Vaults.With(1));
        builder.Services.AddKeyRing();
        return await RunAsync(builder, Map);
    }

    public async Task FaultAsync(string name, string? value = null, int times = 1) =>
        (await plain.PostAsync(
            new Uri($"{ProviderAddress}/idp/__sandbox/fault/{name}?times={times.ToString(CultureInfo.InvariantCulture)}{(value is null ? "" : $"&value={Uri.EscapeDataString(value)}")}"), null))
            .EnsureSuccessStatusCode();

    public async Task RotateKeysAsync(bool keepOld = true) =>
        (await plain.PostAsync(new Uri($"{ProviderAddress}/idp/__sandbox/rotate-keys?keepOld={keepOld}"), null)).EnsureSuccessStatusCode();

    public async Task ResetProviderAsync() =>
        (await plain.PostAsync(new Uri($"{ProviderAddress}/idp/__sandbox/reset"), null)).EnsureSuccessStatusCode();

    /// <summary>How often the provider's endpoint was called.</summary>
    public async Task<int> CallsAsync(string endpoint) =>
        (await plain.GetFromJsonAsync<Dictionary<string, int>>(new Uri($"{ProviderAddress}/idp/__sandbox/calls")))!.GetValueOrDefault(endpoint);

    /// <summary>The endpoint was called and says nothing for as long as anybody waits for it.</summary>
    public async Task WaitOutAsync(string endpoint)
    {
        await Eventually.TrueAsync(async () => await CallsAsync(endpoint) > 0);
        Clock.Pass(Patience);
    }

    public async Task<int> SessionsAsync()
    {
        await using var db = Dbs.OpenDirectory();
        return await db.Sessions.CountAsync();
    }

    /// <summary>Signing in ended on a page that says <paramref name="sentence"/>, for the reason <paramref name="detail"/> in the log, and nobody got in.</summary>
    public async Task AssertRefusedAsync(TestBrowser browser, HttpResponseMessage answer, HttpStatusCode status, string sentence, string detail)
    {
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Equal(status, answer.StatusCode);
        Assert.Null(answer.Headers.Location);
        Assert.Contains(sentence, page);
        Assert.Contains("Try again", page);
        var reference = Regex.Match(page, "<code>([^<]+)</code>").Groups[1].Value;
        Assert.Contains(Log.Lines, line => line.Contains("Sign-in refused", StringComparison.Ordinal) && line.Contains(detail, StringComparison.Ordinal) && line.Contains(reference, StringComparison.Ordinal));
        Assert.DoesNotContain(browser.Cookies.Keys, name => name.EndsWith("tasklane.session", StringComparison.Ordinal));
        Assert.False(await browser.IsSignedInAsync());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var app in running)
        {
            await app.StopAsync(new CancellationToken(canceled: true));
            await app.DisposeAsync();
        }

        plain.Dispose();
        foreach (var left in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(file) + "*"))
        {
            File.Delete(left);
        }
    }

    private static void Map(WebApplication app)
    {
        app.Use((context, next) =>
        {
            if (context.Request.Headers["X-Forwarded-Proto"] == "https")
            {
                context.Request.Scheme = "https";
            }

            return next(context);
        });
        app.UseRouting();
        app.UseSignIn();
        app.MapSignIn();
        app.MapGet("/", () => "home");
        app.MapGet("/who", (HttpContext context) => context.User.Claims.Select(c => $"{c.Type}={c.Value}"));
        app.MapGet("/form", (HttpContext context, IAntiforgery forms) =>
            $"""<input type="hidden" name="__RequestVerificationToken" value="{forms.GetAndStoreTokens(context).RequestToken}">""");
        app.MapGet("/private", () => "for members").RequireAuthorization();
        app.MapGet("/w/{workspace}", async (HttpContext context, string workspace, Actors actors, CancellationToken ct) =>
            await actors.FindAsync(context.User, workspace, ct) is { } actor ? Results.Text(actor.Role.ToString()) : Results.NotFound());
        app.MapGet("/live", () => new RazorComponentResult<LiveDocument>());
        app.MapBlazorHub();
    }

    private static WebApplicationBuilder Builder(string environment)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        return builder;
    }

    private async Task<string> RunAsync(WebApplicationBuilder builder, Action<WebApplication> map)
    {
        var app = builder.Build();
        map(app);
        running.Add(app);
        await app.StartAsync();
        return app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
    }
}
