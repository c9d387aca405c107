using Dashboard.Infrastructure.HubSpot;
using Dashboard.Web.Shell.Addresses;
using Dashboard.Web.Shell.Filters;
using Dashboard.Web.Shell.Safety;
using Dashboard.Web.Shell.Starting;
using Dashboard.Web.SignIn;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.ResponseCompression;

namespace Dashboard.Web.Shell;

/// <summary>The frame around all pages: components, circuits, headers, compression, the page for what is not there.</summary>
public static class ShellServices
{
    /// <summary>Notes may have 65,536 characters of up to three bytes, and a kept draft holds them twice.</summary>
    private const long LargestMessage = 640 * 1024;

    public static IServiceCollection AddShell(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents(options =>
        {
            options.DisconnectedCircuitMaxRetained = 200;
            options.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(5);
            options.JSInteropDefaultCallTimeout = TimeSpan.FromSeconds(30);
        }).AddHubOptions(options => options.MaximumReceiveMessageSize = LargestMessage);
        services.AddResponseCompression(options =>
        {
            // Pages hold no secret beside text that a stranger chose: the antiforgery token is masked anew for each page.
            options.EnableForHttps = true;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
        services.AddScoped<CurrentMember>().AddScoped<ViewActions>().AddSingleton<HubSpotAddress>();
        services.AddHostedService<Greeting>();
        return services;
    }

    public static void UseShell(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        var consent = new Uri(app.Services.GetRequiredService<HubSpotOptions>().AuthorizeBase).GetLeftPart(UriPartial.Authority);
        var signIn = app.Services.GetRequiredService<SignInFormTarget>();
        app.UseResponseCompression();
        app.UseSecurityHeaders(() => [signIn.Origin, consent]);
        app.UseExceptionHandler("/broken");
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
    }

    public static void MapShell(this WebApplication app)
    {
        app.MapGet("/broken", BrokenPage.Show);
        app.MapPost("/csp-reports", CspReports.TakeAsync).DisableAntiforgery();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = "'none'");
    }
}
