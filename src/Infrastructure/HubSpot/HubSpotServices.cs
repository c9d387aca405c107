using Dashboard.Application.Connections;
using Dashboard.Application.Connections.Portal;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dashboard.Infrastructure.HubSpot;

public static class HubSpotServices
{
    /// <exception cref="InvalidOperationException">A setting is missing or unsafe; the message says which.</exception>
    public static IServiceCollection AddHubSpot(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var options = configuration.GetSection(HubSpotOptions.Section).Get<HubSpotOptions>() ?? new HubSpotOptions();
        if (options.Mistakes(production: !environment.IsDevelopment()).ToList() is { Count: > 0 } mistakes)
        {
            throw new InvalidOperationException(string.Join(Environment.NewLine, mistakes));
        }

        return services.AddHubSpot(options);
    }

    public static IServiceCollection AddHubSpot(this IServiceCollection services, HubSpotOptions options) =>
        services
            .AddSingleton(options)
            .AddSingleton<HubSpotPaths>()
            .AddSingleton<PortalLimiters>()
            .AddSingleton<HubSpotHttp>()
            .AddSingleton<LinkTypes>()
            .AddSingleton<IHubSpotTasks, HubSpotTasks>()
            .AddSingleton<IHubSpotPortal, HubSpotPortal>()
            .AddSingleton<IHubSpotRecords, HubSpotRecords>()
            .AddSingleton<IHubSpotGrants, HubSpotOAuth>();
}
