using Dashboard.Web.SignIn.Circuits;
using Dashboard.Web.SignIn.Oidc;
using Dashboard.Web.SignIn.Sessions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.SignIn;

/// <summary>
/// Signing in, as the product's start-up adds it: <see cref="AddSignIn"/>, then <see cref="UseSignIn"/> after routing, then <see cref="MapSignIn"/>.
/// Needs an <see cref="Application.Kernel.IDashboardDbs"/>. Sections <c>Oidc</c> and setting <c>PublicOrigin</c>.
/// </summary>
public static class SignInServices
{
    /// <exception cref="InvalidOperationException">A setting is missing or unsafe; one line for each.</exception>
    public static IServiceCollection AddSignIn(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(new PublicOrigin(configuration[PublicOrigin.Setting]));
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton<SessionStore>();
        services.AddSingleton<SessionWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<SessionWatch>());
        services.AddSingleton<ProviderCache>();
        services.AddSingleton<IdTokenCheck>();
        services.AddSingleton<OidcClient>();
        services.AddSingleton<Attempts>();
        services.AddSingleton<PersonDirectory>();
        services.AddSingleton<Actors>();
        services.AddSingleton(provider => new SignInFormTarget(provider.GetRequiredService<ProviderCache>(), provider.GetRequiredService<IOptionsMonitor<OidcOptions>>()));

        // One name for all replicas, whatever folder they run from: keys are kept per application name.
        services.AddDataProtection().SetApplicationName("Tasklane");
        services.AddAntiforgery();
        services.AddSingleton<IPostConfigureOptions<AntiforgeryOptions>, AntiforgeryCookie>();

        // The framework logs each request's whole address; a callback's holds the code and the state.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning));

        AddSchemes(services, configuration, environment);
        AddCircuits(services);
        CheckSettings(configuration, environment);
        return services;
    }

    public static IApplicationBuilder UseSignIn(this IApplicationBuilder app)
    {
        app.UseAuthentication();
        app.UseMiddleware<HubGuard>();
        return app.UseAuthorization();
    }

    public static void MapSignIn(this WebApplication app) => SignInEndpoints.Map(app);

    private static void AddSchemes(IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddAuthorization();
        services.AddAuthentication(SignInSchemes.Session)
            .AddScheme<AuthenticationSchemeOptions, SessionHandler>(SignInSchemes.Session, null)
            .AddRemoteScheme<OidcOptions, OidcHandler>(SignInSchemes.Oidc, null, options => Fill(options, configuration, environment));
        services.AddSingleton<IPostConfigureOptions<OidcOptions>, OidcBackchannel>();
        services.AddSingleton<IValidateOptions<OidcOptions>, OidcOptionsCheck>();
        services.AddOptions<OidcOptions>(SignInSchemes.Oidc).ValidateOnStart();
    }

    private static void Fill(OidcOptions options, IConfiguration configuration, IHostEnvironment environment)
    {
        options.RequireHttpsMetadata = !environment.IsDevelopment();
        configuration.GetSection(OidcOptions.Section).Bind(options);
    }

    /// <summary>The framework would do it too, but only when the host starts: after all others have been asked.</summary>
    private static void CheckSettings(IConfiguration configuration, IHostEnvironment environment)
    {
        var options = new OidcOptions();
        Fill(options, configuration, environment);
        var check = new OidcOptionsCheck(new PublicOrigin(configuration[PublicOrigin.Setting]), environment).Validate(SignInSchemes.Oidc, options);
        if (check.Failed)
        {
            throw new InvalidOperationException(string.Join(Environment.NewLine, check.Failures));
        }
    }

    private static void AddCircuits(IServiceCollection services)
    {
        services.AddScoped<SessionAuthenticationState>();
        services.AddScoped<AuthenticationStateProvider>(scope => scope.GetRequiredService<SessionAuthenticationState>());
        services.AddScoped<CircuitHandler, SessionGate>();
        services.AddCascadingAuthenticationState();

        // A page put aside could be resumed by whoever knows its id, without the gate's question whose it was.
        services.Configure<CircuitOptions>(options => options.PersistedCircuitInMemoryMaxRetained = 0);
    }
}
