using System.Net;
using Dashboard.Sandbox.Controls;
using Dashboard.Sandbox.HubSpot;
using Dashboard.Sandbox.HubSpot.OAuth;
using Dashboard.Sandbox.HubSpot.Wire;
using Dashboard.Sandbox.IdentityProvider;
using Dashboard.Sandbox.Webhooks;
using Dashboard.Sandbox.World;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Dashboard.Sandbox;

public static class SandboxHost
{
    /// <summary>Starts a sandbox beside whatever else runs in the process; it reads no configuration of its surroundings.</summary>
    public static async Task<RunningSandbox> StartAsync(SandboxOptions options, CancellationToken ct = default)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "Dashboard.Sandbox" });
        var address = new Uri(options.Url.Replace("//+", "//0.0.0.0", StringComparison.Ordinal).Replace("//*", "//0.0.0.0", StringComparison.Ordinal));
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestLineSize = 32_768;
            kestrel.Limits.MaxRequestHeadersTotalSize = 65_536;
            kestrel.Limits.MaxResponseBufferSize = 1_048_576;
            kestrel.Listen(IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) ? ip : address.Host == "localhost" ? IPAddress.Loopback : IPAddress.Any, address.Port);
        });
        AddServices(builder.Services, options);
        var app = builder.Build();
        app.UseMiddleware<CallCounting>();
        app.UseMiddleware<FaultInjection>();
        app.UseRouting();
        // The sign-in provider joins here: app.MapIdentityProvider(options, app.Services.GetRequiredService<SandboxClock>());
        app.MapControls();
        app.MapHubSpot();
        app.MapIdentityProvider(new IdentityProviderOptions(), app.Services.GetRequiredService<SandboxClock>());
        app.UseEndpoints(_ => { });
        await app.StartAsync(ct);
        var bound = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return new RunningSandbox(app, new Uri($"http://{address.Host}:{bound.Port}"));
    }

    private static void AddServices(IServiceCollection services, SandboxOptions options)
    {
        services.AddRoutingCore();
        services.AddSingleton(options);
        services.AddSingleton(new SandboxClock(options.Time));
        services.AddSingleton(Switches.From(options));
        services.AddSingleton<SandboxWorld>();
        services.AddSingleton<RateLimiter>();
        services.AddSingleton<Gateway>();
        services.AddSingleton<TokenIssuing>();
        services.AddSingleton<AuthorizeEndpoints>();
        services.AddSingleton<TokenEndpoints>();
        services.AddSingleton<FaultBook>();
        services.AddSingleton<CallBook>();
        services.AddSingleton<WebhookSender>();
        services.AddHostedService(all => all.GetRequiredService<WebhookSender>());
    }
}
