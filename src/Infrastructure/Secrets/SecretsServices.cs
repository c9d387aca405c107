using Dashboard.Application.Kernel;
using Dashboard.Infrastructure.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dashboard.Infrastructure.Secrets;

/// <summary>The vault and its keys.</summary>
public static class SecretsServices
{
    /// <exception cref="InvalidOperationException">No usable keys are configured, and this is not a developer's machine.</exception>
    public static IServiceCollection AddSecrets(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var options = configuration.GetSection(SecretsOptions.Section).Get<SecretsOptions>() ?? new();
        var keys = options.Keys.Count == 0 && environment.IsDevelopment()
            ? VaultKeys.OfDevelopment(DataFolder.Of(configuration, environment))
            : VaultKeys.From(options);

        services.AddSingleton(keys);
        services.AddSingleton<TokenVault>();
        services.AddSingleton<ITokenVault>(provider => provider.GetRequiredService<TokenVault>());
        services.AddHostedService<ResealTokens>();
        return services;
    }
}
