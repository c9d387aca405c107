using System.Data.Common;
using Dashboard.Application.Kernel;
using Dashboard.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Dashboard.UnitTests.Persistence;

/// <summary>The same SQLite file through the product's own context, counting what is read and asking how.</summary>
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
        count.Asked.Clear();
        await work();
        return count.Asked.Count;
    }

    /// <summary>The queries the work took, as they were sent, and how SQLite answers each.</summary>
    public async Task<IReadOnlyList<(string Sql, string Plan)>> PlansOfAsync(Func<Task> work)
    {
        count.Explains = true;
        await OfAsync(work);
        count.Explains = false;
        return [.. count.Asked];
    }

    private sealed class Count : DbCommandInterceptor
    {
        public List<(string Sql, string Plan)> Asked { get; } = [];

        public bool Explains { get; set; }

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Asked.Add((command.CommandText, Explains ? await PlanAsync(command, cancellationToken) : ""));
            return result;
        }

        private static async Task<string> PlanAsync(DbCommand asked, CancellationToken ct)
        {
            await using var command = asked.Connection!.CreateCommand();
            command.Transaction = asked.Transaction;
            command.CommandText = "EXPLAIN QUERY PLAN " + asked.CommandText;
            foreach (DbParameter parameter in asked.Parameters)
            {
                var same = command.CreateParameter();
                (same.ParameterName, same.Value) = (parameter.ParameterName, parameter.Value);
                command.Parameters.Add(same);
            }

            await using var reader = await command.ExecuteReaderAsync(ct);
            var lines = new List<string>();
            while (await reader.ReadAsync(ct))
            {
                lines.Add(reader.GetString(3));
            }

            return string.Join('\n', lines);
        }
    }
}
