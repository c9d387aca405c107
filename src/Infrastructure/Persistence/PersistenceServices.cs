using Dashboard.Application.Kernel;
using Dashboard.Infrastructure.KillPoints;
using Dashboard.Infrastructure.Persistence.Starting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Dashboard.Infrastructure.Persistence;

/// <summary>The database: a SQLite file under the data folder unless something else is configured.</summary>
public static class PersistenceServices
{
    /// <exception cref="InvalidOperationException">The configuration is no good; the message says what to set.</exception>
    public static IServiceCollection AddPersistence(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        KillPoint.Arm(configuration, environment);
        var folder = DataFolder.Of(configuration, environment);
        var options = configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() ?? new();
        if (options.Provider == DatabaseOptions.Sqlite && string.IsNullOrWhiteSpace(options.ConnectionString))
        {
            options.ConnectionString = new SqliteConnectionStringBuilder { DataSource = folder.File("tasklane.db") }.ToString();
        }

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(folder);
        services.AddSingleton(options.Checked());
        services.AddSingleton<DashboardDbs>();
        services.AddSingleton<IDashboardDbs>(provider => provider.GetRequiredService<DashboardDbs>());
        services.AddSingleton<DatabaseProbe>();
        services.AddHostedService<DatabaseStart>();
        return services;
    }
}
