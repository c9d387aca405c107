using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dashboard.Infrastructure.Persistence.Starting;

/// <summary>
/// Brings the schema up to date before anything else of the product starts. Several replicas may start at once: one migrates, the others wait.
/// When the database is not one this version can work with, the start fails with a sentence that says what to do.
/// </summary>
public sealed class DatabaseStart(DashboardDbs databases, DatabaseOptions options, TimeProvider time, ILogger<DatabaseStart> log) : IHostedLifecycleService
{
    /// <summary>SQL Server: the database is there already. Two first starts at once both saw none.</summary>
    private const int DatabaseExists = 1801;

    public Task StartingAsync(CancellationToken cancellationToken) => RunAsync(cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <exception cref="InvalidOperationException">The database cannot be used; the message is for the operator.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        if (options.Provider == DatabaseOptions.SqlServer)
        {
            await MigrateServerAsync(ct);
        }
        else
        {
            await MigrateFileAsync(new SqliteFile(options, time), ct);
        }
    }

    private async Task MigrateServerAsync(CancellationToken ct)
    {
        await using var db = databases.OpenEngine();
        try
        {
            await MigrateAsync(db, ct);
        }
        catch (SqlException race) when (race.Number == DatabaseExists)
        {
            await MigrateAsync(db, ct);
        }
    }

    private async Task MigrateFileAsync(SqliteFile file, CancellationToken ct)
    {
        using var turn = await file.TakeTurnAsync(ct);
        file.RefuseWhenLost();
        if (file.Exists)
        {
            await file.RefuseWhenDamagedAsync(ct);
        }

        await using var db = databases.OpenEngine();
        var applied = file.Exists ? (await db.Database.GetAppliedMigrationsAsync(ct)).ToList() : [];
        if (applied.Count > 0 && (await db.Database.GetPendingMigrationsAsync(ct)).FirstOrDefault() is { } next)
        {
            log.LogInformation("The database was copied to {Backup} before migrating", await file.BackUpAsync(next, ct));
        }

        await file.ForgetDeadMigratorAsync(ct);
        await MigrateAsync(db, ct);
        await file.UseWriteAheadLogAsync(ct);
    }

    private async Task MigrateAsync(DashboardDb db, CancellationToken ct)
    {
        var known = db.Database.GetMigrations().ToHashSet();
        if (await db.Database.CanConnectAsync(ct))
        {
            var applied = (await db.Database.GetAppliedMigrationsAsync(ct)).ToList();
            if (applied.FirstOrDefault(name => !known.Contains(name)) is { } newer)
            {
                throw new InvalidOperationException(
                    $"The database was written by a newer version (it has the migration {newer}). Start that version again, or restore a backup made before it.");
            }

            if (applied.Count == known.Count)
            {
                return;
            }
        }

        await db.Database.MigrateAsync(ct);
        log.LogInformation("The database schema is up to date ({Count} migrations)", known.Count);
    }
}
