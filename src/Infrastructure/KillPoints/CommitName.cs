using Dashboard.Application.Changes;
using Dashboard.Application.Replicas;
using Dashboard.Application.Sync;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Dashboard.Infrastructure.KillPoints;

/// <summary>What a commit is about, told from the rows it stores.</summary>
internal static class CommitName
{
    /// <summary>Where a commit is about several, the first of these names it.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        "accept-many", "accept-create", "accept-update", "accept-delete", "accept-link",
        "create-noted", "delete-noted", "batch-settled", "create-settled", "update-settled", "delete-settled", "link-settled", "refused", "postponed",
        "hints-settled", "hints-stored", "sync-begun", "sync-prepared", "sync-page", "sync-named", "sync-live", "delta",
        "token-stored", "lease-first", "lease-taken", "feed-stored",
    ];

    public static string? First(IEnumerable<string> names) => All.FirstOrDefault(names.Contains);

    public static IEnumerable<string> Of(IReadOnlyCollection<EntityEntry> rows)
    {
        var changes = rows.Where(row => row.Entity is Change && row.State is EntityState.Added or EntityState.Modified).ToList();
        var names = changes.Select(row => row.State == EntityState.Added ? Accepted((Change)row.Entity) : Settled(row, (Change)row.Entity))
            .Concat(rows.Select(Other)).OfType<string>().ToList();
        return names.Count(name => name == "update-settled") > 1 ? names.Append("batch-settled")
            : changes.Count(row => row.State == EntityState.Added) > 1 ? names.Append("accept-many")
            : names;
    }

    /// <summary>What a statement without tracked rows is about.</summary>
    public static string? Of(string sql) =>
        sql.StartsWith("DELETE FROM \"WebhookHints\"", StringComparison.Ordinal) ? "hints-settled"
        : sql.StartsWith("UPDATE \"Connections\"", StringComparison.Ordinal) && Sets(sql, "RefreshToken") ? "token-stored"
        : sql.StartsWith("UPDATE \"Leases\"", StringComparison.Ordinal) && Sets(sql, "Holder") && Sets(sql, "Fence") ? "lease-taken"
        : null;

    private static bool Sets(string sql, string column) =>
        sql.IndexOf($"\"{column}\" =", StringComparison.Ordinal) is > 0 and var at && at < sql.IndexOf("WHERE", StringComparison.Ordinal);

    private static string Accepted(Change change) => change.Kind switch
    {
        ChangeKind.Create => "accept-create",
        ChangeKind.Update => "accept-update",
        ChangeKind.Delete => "accept-delete",
        _ => "accept-link",
    };

    private static string? Settled(EntityEntry row, Change change) => (row.Property(nameof(Change.State)).IsModified, change.Kind, change.State) switch
    {
        (true, ChangeKind.Create, ChangeState.Checking) => "create-noted",
        (true, ChangeKind.Delete, ChangeState.Checking) => "delete-noted",
        (true, ChangeKind.Create, ChangeState.Done) => "create-settled",
        (true, ChangeKind.Update, ChangeState.Done) => "update-settled",
        (true, ChangeKind.Delete, ChangeState.Done) => "delete-settled",
        (true, _, ChangeState.Done) => "link-settled",
        (true, _, ChangeState.Refused) => "refused",
        (false, _, _) when row.Property(nameof(Change.Attempts)).IsModified => "postponed",
        _ => null,
    };

    private static string? Other(EntityEntry row) => row switch
    {
        { Entity: Lease, State: EntityState.Added } => "lease-first",
        { Entity: FeedEntry, State: EntityState.Added } => "feed-stored",
        { Entity: SyncState state, State: EntityState.Modified } => Progress(row, state),
        _ => null,
    };

    private static string? Progress(EntityEntry row, SyncState state) => row.Property(nameof(SyncState.Phase)).IsModified
        ? state.Phase switch
        {
            SyncPhase.Preparing => "sync-begun",
            SyncPhase.Reading => "sync-prepared",
            SyncPhase.Naming => "sync-named",
            SyncPhase.Live => "sync-live",
            _ => null,
        }
        : row.Property(nameof(SyncState.Checkpoint)).IsModified ? "sync-page"
        : row.Property(nameof(SyncState.LastDeltaAt)).IsModified ? "delta"
        : row.Property(nameof(SyncState.LastHintAt)).IsModified ? "hints-stored"
        : null;
}
