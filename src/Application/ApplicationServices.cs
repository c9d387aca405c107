using Dashboard.Application.Changes;
using Dashboard.Application.Connections;
using Dashboard.Application.Sync;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Application;

/// <summary>Every use case, grouped by room.</summary>
public static class ApplicationServices
{
    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        // Workspaces

        // Connections

        services.AddSingleton<TokenSource>();

        // Sync
        services.AddSingleton<RecordKinds>();
        services.AddSingleton<PreparePortal>();
        services.AddSingleton<NameRecords>();
        services.AddSingleton<ReadTasks>();
        services.AddSingleton<ReadTasksInOneGo>();
        services.AddSingleton<ReadModified>();
        services.AddSingleton<RefreshLinks>();
        services.AddSingleton<FullSync>();
        services.AddSingleton<DeltaSync>();
        services.AddSingleton<SyncWorkspace>();
        services.AddSingleton<RefreshTask>();

        // Changes
        services.AddSingleton<ChangeBell>();
        services.AddSingleton<ChangeQueue>();
        services.AddSingleton<ChangeSender>();
        services.AddSingleton<SettleChange>();
        services.AddSingleton<UndoChange>();
        services.AddSingleton<RetryChange>();
        services.AddSingleton<DropChange>();

        // Board

        // Tasks

        return services;
    }
}
