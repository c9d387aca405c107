using Dashboard.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.Persistence;

public sealed class DatabaseStartTests
{
    [Fact]
    public async Task A_first_start_makes_the_database_with_a_write_ahead_log()
    {
        await using var database = TestDatabase.Empty();
        await database.StartAsync();
        Assert.Equal("wal", await database.AskFileAsync("PRAGMA journal_mode"));
        Assert.Equal(0L, await database.AskFileAsync("SELECT COUNT(*) FROM Tasks"));
        Assert.True((await new DatabaseProbe(database.Databases).RunAsync(CancellationToken.None)).Ok);
    }

    [Fact]
    public async Task Two_first_starts_at_once_both_succeed()
    {
        await using var database = TestDatabase.Empty();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(database.StartAsync)));
        await using var db = database.Databases.OpenEngine();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public async Task A_start_after_a_migrator_was_killed_goes_on()
    {
        await using var database = TestDatabase.Empty();
        await database.AskFileAsync("CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER PRIMARY KEY, \"Timestamp\" TEXT NOT NULL)");
        await database.AskFileAsync("INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-01-01')");
        await database.StartAsync().WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(0L, await database.AskFileAsync("SELECT COUNT(*) FROM Tasks"));
    }

    [Fact]
    public async Task The_file_is_copied_before_a_migration_and_only_then()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.StartAsync();
        Assert.False(Directory.Exists(Backups(database)));

        // The migrated file with another migration in its history is what an older version leaves behind.
        var first = (string)(await database.AskFileAsync("UPDATE \"__EFMigrationsHistory\" SET MigrationId = MigrationId || 'Z' RETURNING MigrationId"))!;
        await Assert.ThrowsAsync<InvalidOperationException>(database.StartAsync);
        var copy = Assert.Single(Directory.GetFiles(Backups(database)));
        await using var restored = TestDatabase.Empty();
        File.Copy(copy, restored.File);
        Assert.Equal(first, await restored.AskFileAsync("SELECT MigrationId FROM \"__EFMigrationsHistory\""));
    }

    [Fact]
    public async Task A_newer_schema_is_refused_with_its_name()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.AskFileAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29991231000000_FromTheFuture', '99.0')");
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(database.StartAsync);
        Assert.Contains("29991231000000_FromTheFuture", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4096 * 3)]
    public async Task A_damaged_file_is_refused_with_advice_and_left_alone(int offset)
    {
        await using var database = await TestDatabase.NewAsync();
        var bytes = await File.ReadAllBytesAsync(database.File);
        bytes.AsSpan(offset, 2000).Fill(0xA5);
        await File.WriteAllBytesAsync(database.File, bytes);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(database.StartAsync);
        Assert.Contains("damaged", refused.Message, StringComparison.Ordinal);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(database.File));
    }

    [Fact]
    public async Task A_vanished_file_does_not_become_an_empty_product()
    {
        await using var database = await TestDatabase.NewAsync();
        File.Delete(database.File);
        await File.WriteAllTextAsync(database.File + "-wal", "left behind");
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(database.StartAsync);
        Assert.Contains("is gone", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(database.File));
    }

    [Fact]
    public async Task The_probe_tells_when_the_database_is_not_there()
    {
        await using var database = TestDatabase.Empty();
        var probed = await new DatabaseProbe(database.Databases).RunAsync(CancellationToken.None);
        Assert.Equal("The database does not answer.", probed.Failure?.Sentence);
    }

    [Theory]
    [InlineData("Oracle", "x", "Oracle")]
    [InlineData("SqlServer", null, "Database:ConnectionString")]
    public void Configuration_that_cannot_work_is_refused(string provider, string? connection, string named)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => new DatabaseOptions { Provider = provider, ConnectionString = connection }.Checked());
        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
    }

    private static string Backups(TestDatabase database) => Path.Combine(Path.GetDirectoryName(database.File)!, "backups");
}
