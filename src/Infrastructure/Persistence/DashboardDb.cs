using Dashboard.Application.Board.Views;
using Dashboard.Application.Calendar.Feeds;
using Dashboard.Application.Changes;
using Dashboard.Application.Changes.Wants;
using Dashboard.Application.Connections;
using Dashboard.Application.Kernel;
using Dashboard.Application.People;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Records;
using Dashboard.Application.Replicas;
using Dashboard.Application.Sync;
using Dashboard.Application.Sync.Checks;
using Dashboard.Application.Sync.Hints;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Repeating;
using Dashboard.Application.Workspaces;
using Dashboard.Application.Workspaces.Holidays;
using Dashboard.Infrastructure.Persistence.Keys;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Infrastructure.Persistence;

/// <summary>
/// The model both engines share; <see cref="SqliteDb"/> and <see cref="SqlServerDb"/> add their migrations.
/// Opened for one workspace, or for none: then it shows directory rows only.
/// </summary>
public abstract class DashboardDb(DbContextOptions options, WorkspaceId workspace) : DbContext(options), IDashboardDb, IDirectoryDb
{
    /// <summary>Name of the query filter that keeps other workspaces out.</summary>
    public const string WorkspaceFilter = "workspace";

    /// <summary>Name of the query filter that hides tasks deleted here.</summary>
    public const string DeletedFilter = "deleted";

    public WorkspaceId Workspace { get; } = workspace;

    public IDirectoryDb Directory => this;

    public DbSet<CrmTask> Tasks => Set<CrmTask>();

    public IQueryable<CrmTask> TasksAndDeleted => Tasks.IgnoreQueryFilters([DeletedFilter]);

    public DbSet<TaskNotes> TaskNotes => Set<TaskNotes>();

    public DbSet<TaskLink> TaskLinks => Set<TaskLink>();

    public DbSet<TaskSeries> TaskSeries => Set<TaskSeries>();

    public DbSet<CrmRecord> Records => Set<CrmRecord>();

    public DbSet<Owner> Owners => Set<Owner>();

    public DbSet<PropertyOption> PropertyOptions => Set<PropertyOption>();

    public DbSet<Change> Changes => Set<Change>();

    public DbSet<LearnedRule> LearnedRules => Set<LearnedRule>();

    public DbSet<SavedView> SavedViews => Set<SavedView>();

    public DbSet<DefaultView> DefaultViews => Set<DefaultView>();

    public DbSet<TaskFeed> TaskFeeds => Set<TaskFeed>();

    public IQueryable<TaskFeed> FeedsEverywhere => TaskFeeds.IgnoreQueryFilters([WorkspaceFilter]);

    public DbSet<Holiday> Holidays => Set<Holiday>();

    public DbSet<SyncState> SyncStates => Set<SyncState>();

    public DbSet<WebhookHint> WebhookHints => Set<WebhookHint>();

    public DbSet<QuarantinedTask> Quarantine => Set<QuarantinedTask>();

    public DbSet<IndexCheck> IndexChecks => Set<IndexCheck>();

    public DbSet<HubSpotConnection> Connections => Set<HubSpotConnection>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public DbSet<Lease> Leases => Set<Lease>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<PersonSettings> PersonSettings => Set<PersonSettings>();

    public DbSet<DayOff> DaysOff => Set<DayOff>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<SignInAttempt> SignInAttempts => Set<SignInAttempt>();

    public DbSet<Workspace> Workspaces => Set<Workspace>();

    public DbSet<Member> Members => Set<Member>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<PortalClaim> PortalClaims => Set<PortalClaim>();

    public DbSet<ConnectAttempt> ConnectAttempts => Set<ConnectAttempt>();

    public DbSet<LiveReplica> Replicas => Set<LiveReplica>();

    public DbSet<FeedEntry> Feed => Set<FeedEntry>();

    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RefuseForeignRows();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RefuseForeignRows();
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        catch (Exception failed) when (StorageTrouble.Sentence(failed) is not null)
        {
            throw new NotSavedException(StorageTrouble.Sentence(failed)!, failed);
        }
    }

    /// <summary>EF sends them to SQL Server in batches of its own.</summary>
    public virtual async Task InsertAsync<TRow>(IReadOnlyList<TRow> rows, CancellationToken ct)
        where TRow : class, IWorkspaceRow
    {
        Set<TRow>().AddRange(rows);
        await SaveChangesAsync(ct);
        foreach (var row in rows)
        {
            Entry(row).State = EntityState.Detached;
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(DashboardDb).Assembly);

        foreach (var type in modelBuilder.Model.GetEntityTypes().Select(e => e.ClrType).Where(t => t.IsAssignableTo(typeof(IWorkspaceRow))).ToList())
        {
            typeof(DashboardDb).GetMethod(nameof(KeepToWorkspace), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!
                .MakeGenericMethod(type)
                .Invoke(this, [modelBuilder]);
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<WorkspaceId>().HaveConversion<WorkspaceIdConverter>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMillisecondsConverter>();
    }

    private void KeepToWorkspace<TRow>(ModelBuilder modelBuilder)
        where TRow : class, IWorkspaceRow =>
        modelBuilder.Entity<TRow>().HasQueryFilter(WorkspaceFilter, row => row.WorkspaceId == Workspace);

    private void RefuseForeignRows()
    {
        foreach (var entry in ChangeTracker.Entries<IWorkspaceRow>())
        {
            if (entry.State != EntityState.Unchanged && entry.Entity.WorkspaceId != Workspace)
            {
                throw new InvalidOperationException($"A row of {entry.Metadata.ClrType.Name} belongs to another workspace than the open one.");
            }
        }
    }
}
