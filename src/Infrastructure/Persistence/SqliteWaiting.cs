using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Dashboard.Infrastructure.Persistence;

/// <summary>
/// Lets SQLite itself wait for another writer: it looks again after milliseconds, where the driver alone would look every 150 ms.
/// https://www.sqlite.org/pragma.html#pragma_busy_timeout
/// </summary>
internal sealed class SqliteWaiting(TimeSpan longest) : DbConnectionInterceptor
{
    private readonly string command = FormattableString.Invariant($"PRAGMA busy_timeout = {(int)longest.TotalMilliseconds};");

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        // In process: there is nothing to wait for.
        Set(connection);
        return Task.CompletedTask;
    }

    private void Set(DbConnection connection)
    {
        using var pragma = connection.CreateCommand();
        pragma.CommandText = command;
        pragma.ExecuteNonQuery();
    }
}
