using System.Data.Common;
using Dashboard.Application.Kernel;
using Dashboard.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Dashboard.UnitTests.Persistence;

/// <summary>The same SQLite file through the product's own context, counting what is read.</summary>
public sealed class CountingDbs : IDashboardDbs
{
    private readonly Count count = new();
    private readonly DbContextOptions<SqliteDb> options;

    public CountingDbs(DatabaseOptions database) =>
        options = new DbContextOptionsBuilder<SqliteDb>().UseSqlite(database.ConnectionString).AddInterceptors(count).Options;

    public IDashboardDb Open(WorkspaceId workspace) => new SqliteDb(options, workspace);

    public IDirectoryDb OpenDirectory() => new SqliteDb(options, default);

    /// <summary>How many queries the work took.</summary>
    public async Task<int> OfAsync(Func<Task> work)
    {
        count.Queries = 0;
        await work();
        return count.Queries;
    }

    private sealed class Count : DbCommandInterceptor
    {
        public int Queries { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Queries++;
            return ValueTask.FromResult(result);
        }
    }
}
