using Dashboard.Application.Changes;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Application;

/// <summary>Every use case, grouped by room.</summary>
public static class ApplicationServices
{
    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        // Workspaces

        // Connections

        // Sync

        // Changes
        services.AddSingleton<ChangeBell>();
        services.AddSingleton<ChangeQueue>();

        // Board

        // Tasks

        return services;
    }
}
