using Dashboard.Application.Board;
using Dashboard.Application.Changes;
using Dashboard.Application.Connections;
using Dashboard.Application.People;
using Dashboard.Application.Sync;
using Dashboard.Application.Tasks;
using Dashboard.Application.Workspaces;
using Dashboard.Application.Workspaces.Invitations;
using Dashboard.Application.Workspaces.Members;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Application;

/// <summary>Every use case, grouped by room.</summary>
public static class ApplicationServices
{
    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        // People
        services.AddSingleton<ListSessions>();

        // Workspaces
        services.AddSingleton<CreateWorkspace>();
        services.AddSingleton<ListWorkspaces>();
        services.AddSingleton<InviteMember>();
        services.AddSingleton<PreviewInvitation>();
        services.AddSingleton<AcceptInvitation>();
        services.AddSingleton<WithdrawInvitation>();
        services.AddSingleton<ListMembers>();
        services.AddSingleton<ChangeRole>();
        services.AddSingleton<RemoveMember>();
        services.AddSingleton<LeaveWorkspace>();

        // Connections
        services.AddSingleton<ConnectionStore>();
        services.AddSingleton<StartConnect>();
        services.AddSingleton<FinishConnect>();
        services.AddSingleton<DisconnectHubSpot>();
        services.AddSingleton<ShowConnection>();
        services.AddSingleton<TokenSource>();

        // Sync
        services.AddSingleton<SyncBell>();
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
        services.AddSingleton<ShowBoard>();
        services.AddSingleton<ShowColumn>();
        services.AddSingleton<MoveTask>();

        // Tasks
        services.AddSingleton<ShowTask>();

        return services;
    }
}
