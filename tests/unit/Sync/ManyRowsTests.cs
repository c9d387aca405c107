using System.Text.Json;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Dashboard.UnitTests.Persistence;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.Sync;

public sealed class ManyRowsTests
{
    [Theory, EveryEngine]
    public async Task Rows_stored_many_at_once_read_back_as_they_were(Engine engine)
    {
        await using var database = await TestDatabase.OnAsync(engine);
        var workspace = WorkspaceId.New();
        var at = new DateTimeOffset(2026, 11, 24, 9, 30, 0, 123, TimeSpan.Zero);
        CrmTask[] tasks =
        [
            new() { WorkspaceId = workspace, Id = 1, Subject = "Ring \"Zoë\" 🎉", Status = "COMPLETED", OwnerId = 7, Due = at, CompletedAt = at, IsClosed = true, Rank = long.MinValue, RankedByHand = true, RemoteUpdatedAt = at },
            new() { WorkspaceId = workspace, Id = long.MaxValue, Rank = 5, ChangeState = TaskChangeState.Conflict, ChangeId = Guid.NewGuid() },
        ];
        await database.Databases.StoreAsync(workspace, async db => { await db.InsertAsync(tasks, CancellationToken.None); return 0; }, CancellationToken.None);

        await using var read = database.Open(workspace);
        Assert.Equal(tasks.Select(t => JsonSerializer.Serialize(t)), (await read.Tasks.OrderBy(t => t.Id).ToListAsync()).Select(t => JsonSerializer.Serialize(t)));
    }

    [Theory, EveryEngine]
    public async Task A_row_of_another_workspace_is_not_stored_that_way_either(Engine engine)
    {
        await using var database = await TestDatabase.OnAsync(engine);
        var foreign = new CrmTask { WorkspaceId = WorkspaceId.New(), Id = 1 };
        await Assert.ThrowsAsync<InvalidOperationException>(() => database.Databases.StoreAsync(
            WorkspaceId.New(), async db => { await db.InsertAsync([foreign], CancellationToken.None); return 0; }, CancellationToken.None));
    }
}
