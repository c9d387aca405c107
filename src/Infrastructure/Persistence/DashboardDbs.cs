using Dashboard.Application.Kernel;
using Dashboard.Infrastructure.KillPoints;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Dashboard.Infrastructure.Persistence;

/// <summary>Opens the configured engine. Contexts are never pooled: a pooled one would carry the last workspace along.</summary>
public sealed class DashboardDbs : IDashboardDbs
{
    private readonly Func<WorkspaceId, DashboardDb> open;

    public DashboardDbs(DatabaseOptions options)
    {
        options.Checked();
        open = options.Provider == DatabaseOptions.SqlServer ? OverSqlServer(options) : OverSqlite(options);
    }

    public IDashboardDb Open(WorkspaceId workspace) => workspace.IsEmpty
        ? throw new ArgumentException("A database is opened for a workspace.", nameof(workspace))
        : open(workspace);

    public IDirectoryDb OpenDirectory() => open(default);

    /// <summary>The whole context, for migrations and the key ring.</summary>
    public DashboardDb OpenEngine() => open(default);

    private static Func<WorkspaceId, DashboardDb> OverSqlServer(DatabaseOptions options)
    {
        var built = new DbContextOptionsBuilder<SqlServerDb>().UseSqlServer(options.ConnectionString, sql =>
        {
            sql.EnableRetryOnFailure();
            if (options.MaxBatchSize is { } size)
            {
                sql.MaxBatchSize(size);
            }
        }).Options;
        return workspace => new SqlServerDb(built, workspace);
    }

    private static Func<WorkspaceId, DashboardDb> OverSqlite(DatabaseOptions options)
    {
        var connection = new SqliteConnectionStringBuilder(options.ConnectionString) { DefaultTimeout = options.BusySeconds }.ToString();
        var built = new DbContextOptionsBuilder<SqliteDb>()
            .UseSqlite(connection)
            .AddInterceptors([new SqliteWaiting(TimeSpan.FromSeconds(options.BusySeconds)), .. KillPoint.IsArmed ? [new KilledCommits()] : Array.Empty<IInterceptor>()])
            .Options;
        return workspace =>
        {
            var db = new SqliteDb(built, workspace);
            if (!workspace.IsEmpty)
            {
                // One opening for all queries of an operation: EF's own functions are registered anew at each, which costs more than a query.
                db.Database.OpenConnection();
            }

            return db;
        };
    }
}
