using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.Persistence;

public sealed class StorageTroubleTests
{
    private static readonly WorkspaceId Ours = WorkspaceId.New();

    [Fact]
    public async Task A_database_that_stays_busy_says_so_and_saves_nothing()
    {
        await using var database = TestDatabase.Empty(busySeconds: 1);
        await database.StartAsync();
        await using (var holder = database.Open(Ours))
        {
            await using var held = await holder.Database.BeginTransactionAsync();
            var refused = await Assert.ThrowsAsync<NotSavedException>(() => SaveAsync(database, "busy"));
            Assert.Contains("busy", refused.Message, StringComparison.Ordinal);
            await held.RollbackAsync();
        }

        await SaveAsync(database, "later");
        Assert.Equal(1L, await database.AskFileAsync("SELECT COUNT(*) FROM Audit"));
    }

    [Fact]
    public async Task A_full_disk_refuses_saving_plainly_reads_on_and_resumes_with_space()
    {
        await using var database = await TestDatabase.NewAsync();
        await using var db = database.Open(Ours);
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA max_page_count = 1");
        db.Audit.Add(new AuditEntry { WorkspaceId = Ours, At = default, Action = "full", Subject = new string('x', 100_000) });

        var refused = await Assert.ThrowsAsync<NotSavedException>(() => db.SaveChangesAsync());
        Assert.Contains("full", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, await db.Audit.CountAsync());

        await db.Database.ExecuteSqlRawAsync("PRAGMA max_page_count = 1000000");
        Assert.Equal(1, await db.SaveChangesAsync());
    }

    [Fact]
    public async Task A_read_only_database_refuses_saving_plainly_and_reads_on()
    {
        await using var database = await TestDatabase.NewAsync();
        await using var db = database.Open(Ours);
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA query_only = 1");
        db.Audit.Add(new AuditEntry { WorkspaceId = Ours, At = default, Action = "x" });

        var refused = await Assert.ThrowsAsync<NotSavedException>(() => db.SaveChangesAsync());
        Assert.Contains("read-only", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, await db.Audit.CountAsync());
        await db.Database.ExecuteSqlRawAsync("PRAGMA query_only = 0");
    }

    private static async Task SaveAsync(TestDatabase database, string action)
    {
        await using var db = database.Open(Ours);
        db.Audit.Add(new AuditEntry { WorkspaceId = Ours, At = default, Action = action });
        await db.SaveChangesAsync();
    }
}
