using Dashboard.Application.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Infrastructure.Persistence;

/// <summary>Opens the configured engine. Contexts are never pooled: a pooled one would carry the last workspace along.</summary>
public sealed class DashboardDbs : IDashboardDbs
{
    private readonly Func<WorkspaceId, DashboardDb> open;

    public DashboardDbs(DatabaseOptions options)
    {
        var connection = options.ConnectionString ?? throw new InvalidOperationException("Database:ConnectionString is missing.");
        if (options.Provider == "SqlServer")
        {
            var built = new DbContextOptionsBuilder<SqlServerDb>().UseSqlServer(connection, sql =>
            {
                sql.EnableRetryOnFailure();
                if (options.MaxBatchSize is { } size)
                {
                    sql.MaxBatchSize(size);
                }
            }).Options;
            open = workspace => new SqlServerDb(built, workspace);
        }
        else
        {
            var built = new DbContextOptionsBuilder<SqliteDb>().UseSqlite(connection).Options;
            open = workspace => new SqliteDb(built, workspace);
        }
    }

    public IDashboardDb Open(WorkspaceId workspace) => workspace.IsEmpty
        ? throw new ArgumentException("A database is opened for a workspace.", nameof(workspace))
        : open(workspace);

    public IDirectoryDb OpenDirectory() => open(default);

    /// <summary>The whole context, for migrations and the key ring.</summary>
    public DashboardDb OpenEngine() => open(default);
}
