using Dashboard.Application.Board.Views;
using Dashboard.Application.Calendar.Feeds;
using Dashboard.Application.Changes;
using Dashboard.Application.Changes.Wants;
using Dashboard.Application.Connections;
using Dashboard.Application.Records;
using Dashboard.Application.Replicas;
using Dashboard.Application.Sync;
using Dashboard.Application.Sync.Checks;
using Dashboard.Application.Sync.Hints;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Repeating;
using Dashboard.Application.Workspaces;
using Dashboard.Application.Workspaces.Holidays;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Dashboard.Application.Kernel;

/// <summary>
/// The rows of one workspace. Opened for one operation and disposed with it; a query filter keeps every other workspace out,
/// and saving a row of another workspace throws.
/// </summary>
public interface IDashboardDb : IAsyncDisposable
{
    WorkspaceId Workspace { get; }

    DbSet<CrmTask> Tasks { get; }

    DbSet<TaskNotes> TaskNotes { get; }

    DbSet<TaskLink> TaskLinks { get; }

    DbSet<TaskSeries> TaskSeries { get; }

    DbSet<CrmRecord> Records { get; }

    DbSet<Owner> Owners { get; }

    DbSet<PropertyOption> PropertyOptions { get; }

    DbSet<Change> Changes { get; }

    DbSet<LearnedRule> LearnedRules { get; }

    DbSet<SavedView> SavedViews { get; }

    DbSet<DefaultView> DefaultViews { get; }

    DbSet<TaskFeed> TaskFeeds { get; }

    DbSet<Holiday> Holidays { get; }

    DbSet<SyncState> SyncStates { get; }

    DbSet<WebhookHint> WebhookHints { get; }

    DbSet<QuarantinedTask> Quarantine { get; }

    DbSet<IndexCheck> IndexChecks { get; }

    DbSet<HubSpotConnection> Connections { get; }

    DbSet<AuditEntry> Audit { get; }

    DbSet<Lease> Leases { get; }

    /// <summary>Tasks with those that were deleted here, for whoever keeps the index.</summary>
    IQueryable<CrmTask> TasksAndDeleted { get; }

    /// <summary>The directory in the same unit of work: a membership and its audit entry are saved together or not at all.</summary>
    IDirectoryDb Directory { get; }

    DatabaseFacade Database { get; }

    /// <exception cref="NotSavedException">The storage is busy, full or read-only; nothing was stored.</exception>
    Task<int> SaveChangesAsync(CancellationToken ct = default);

    /// <summary>Stores many new rows at once, as fast as the engine can. They are not tracked afterwards. Call it inside a transaction.</summary>
    /// <exception cref="NotSavedException">As above.</exception>
    Task InsertAsync<TRow>(IReadOnlyList<TRow> rows, CancellationToken ct)
        where TRow : class, IWorkspaceRow;
}
