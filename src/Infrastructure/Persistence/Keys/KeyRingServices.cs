using Dashboard.Infrastructure.Secrets;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Dashboard.Infrastructure.Persistence.Keys;

/// <summary>Puts the data protection keys into the database, sealed. Needs a <see cref="DashboardDbs"/>, migrated tables and a <see cref="TokenVault"/>.</summary>
public static class KeyRingServices
{
    public static IServiceCollection AddKeyRing(this IServiceCollection services)
    {
        services.AddSingleton<KeyRing>();
        return services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(options =>
            {
                options.XmlRepository = provider.GetRequiredService<KeyRing>();
                options.XmlEncryptor = new KeySealing(provider.GetRequiredService<TokenVault>());
            }));
    }
}
