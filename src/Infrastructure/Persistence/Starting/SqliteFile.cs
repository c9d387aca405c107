using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Dashboard.Infrastructure.Persistence.Starting;

/// <summary>The file of the embedded database as it is found at start-up.</summary>
internal sealed class SqliteFile
{
    private const int BackupsKept = 5;
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestTurn = TimeSpan.FromMinutes(5);
    private readonly TimeProvider time;
    private readonly string connection;
    private readonly string path;
    private readonly string backups;

    public SqliteFile(DatabaseOptions options, TimeProvider time)
    {
        // Not pooled: a handle that stays open would keep the damaged or replaced file alive.
        var builder = new SqliteConnectionStringBuilder(options.ConnectionString) { Pooling = false, DefaultTimeout = options.BusySeconds };
        this.time = time;
        connection = builder.ToString();
        path = Path.GetFullPath(builder.DataSource);
        backups = Path.Combine(Path.GetDirectoryName(path)!, "backups");
    }

    public bool Exists => File.Exists(path) && new FileInfo(path).Length > 0;

    /// <summary>One process at a time looks and migrates. The system takes the lock back from a process that dies.</summary>
    public async Task<IDisposable> TakeTurnAsync(CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var started = time.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(path + ".start", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (UnauthorizedAccessException denied)
            {
                throw new InvalidOperationException($"The folder of the database {path} cannot be written. Give the product's user the right to, or set Data:Folder.", denied);
            }
            catch (IOException) when (time.GetElapsedTime(started) < LongestTurn)
            {
                await Task.Delay(LookAgain, time, ct);
            }
        }
    }

    /// <summary>A vanished file must not look like a first start: everybody would find an empty product.</summary>
    public void RefuseWhenLost()
    {
        if (Exists)
        {
            return;
        }

        if (File.Exists(path + "-wal") || Backups().Any())
        {
            throw new InvalidOperationException(
                $"The database file {path} is gone, but its journal or its backups are there. Put the file or the newest copy from {backups} back, "
                + "or move those away too in order to begin with an empty database.");
        }
    }

    public async Task RefuseWhenDamagedAsync(CancellationToken ct)
    {
        string verdict;
        try
        {
            verdict = await RunAsync("PRAGMA quick_check(1);", ct) as string ?? "no answer";
        }
        catch (SqliteException damaged) when (damaged.SqliteErrorCode is 11 or 26)
        {
            verdict = damaged.Message;
        }

        if (verdict != "ok")
        {
            throw new InvalidOperationException(
                $"The database file {path} is damaged ({verdict}). Nothing was changed. Keep a copy of it, then put the newest copy from {backups} in its place; "
                + "tasks are read from HubSpot again.");
        }
    }

    /// <returns>Path of the copy, complete and consistent.</returns>
    public async Task<string> BackUpAsync(string beforeMigration, CancellationToken ct)
    {
        Directory.CreateDirectory(backups);
        var stamp = time.GetUtcNow().ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
        var copy = Path.Combine(backups, $"{Path.GetFileNameWithoutExtension(path)}-{stamp}-before-{beforeMigration}.db");
        await RunAsync("VACUUM INTO $copy;", ct, ("$copy", copy));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(copy, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        foreach (var old in Backups().Order(StringComparer.Ordinal).SkipLast(BackupsKept).ToList())
        {
            File.Delete(old);
        }

        return copy;
    }

    /// <summary>
    /// EF's own migration lock is a row that outlives a killed process and then blocks every start (dotnet/efcore 38958).
    /// Whoever has the turn is the only one who migrates, so a row found now is a dead one's.
    /// </summary>
    public async Task ForgetDeadMigratorAsync(CancellationToken ct)
    {
        if (Exists && await RunAsync("SELECT 1 FROM sqlite_master WHERE name = '__EFMigrationsLock';", ct) is not null)
        {
            await RunAsync("DELETE FROM \"__EFMigrationsLock\";", ct);
        }
    }

    /// <summary>Readers go on beside a writer. Kept in the file; each commit is still synced to disk (<c>synchronous=FULL</c>).</summary>
    public Task UseWriteAheadLogAsync(CancellationToken ct) => RunAsync("PRAGMA journal_mode = WAL;", ct);

    private IEnumerable<string> Backups() =>
        Directory.Exists(backups) ? Directory.EnumerateFiles(backups, $"{Path.GetFileNameWithoutExtension(path)}-*.db") : [];

    private async Task<object?> RunAsync(string sql, CancellationToken ct, params (string Name, object Value)[] parameters)
    {
        await using var opened = new SqliteConnection(connection);
        await opened.OpenAsync(ct);
        await using var command = opened.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return await command.ExecuteScalarAsync(ct);
    }
}
