using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.Persistence;

public sealed class WritersTests
{
    private const int Writers = 16;
    private const int Each = 25;
    private static readonly WorkspaceId Ours = WorkspaceId.New();

    [Theory, EveryEngine]
    public async Task Sixteen_writers_beside_a_long_reader_lose_nothing(Engine engine)
    {
        await using var database = await TestDatabase.OnAsync(engine);
        await using var reader = database.Open(Ours);
        await using var reading = await reader.Database.GetDbConnection().OpenAndReadAsync("SELECT COUNT(*) FROM Audit");

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var n = 0; n < Each; n++)
            {
                await using var db = database.Open(Ours);
                db.Audit.Add(new AuditEntry { WorkspaceId = Ours, At = default, Action = $"{writer}.{n}" });
                await db.SaveChangesAsync();
            }
        })));

        await using var after = database.Open(Ours);
        Assert.Equal(Writers * Each, await after.Audit.Select(entry => entry.Action).Distinct().CountAsync());
    }

    [Theory, EveryEngine]
    public async Task Transactions_of_many_writers_that_read_before_they_write_lose_nothing(Engine engine)
    {
        await using var database = await TestDatabase.OnAsync(engine);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            await using var db = database.Open(Ours);
            await db.Database.InTransactionAsync(
                async ct =>
                {
                    await db.Audit.CountAsync(ct);
                    db.Audit.Add(new AuditEntry { WorkspaceId = Ours, At = default, Action = $"{writer}" });
                    return await db.SaveChangesAsync(ct);
                },
                CancellationToken.None);
        })));

        await using var after = database.Open(Ours);
        Assert.Equal(Writers, await after.Audit.CountAsync());
    }

    [Fact]
    public async Task A_lock_shorter_than_the_limit_is_waited_out()
    {
        await using var database = await TestDatabase.NewAsync();
        await using var holder = database.Open(Ours);
        var held = await holder.Database.BeginTransactionAsync();

        await using var db = database.Open(Ours);
        db.Audit.Add(new AuditEntry { WorkspaceId = Ours, At = default, Action = "waits" });
        var saving = Task.Run(() => db.SaveChangesAsync());
        await Assert.ThrowsAsync<TimeoutException>(() => saving.WaitAsync(TimeSpan.FromMilliseconds(300)));

        await held.RollbackAsync();
        Assert.Equal(1, await saving);
    }
}
