using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Kernel;

/// <summary>One transaction that the engine may have to run again after losing the connection: the work gets a fresh context each time.</summary>
public static class Storing
{
    public static async Task<T> StoreAsync<T>(this IDashboardDbs dbs, WorkspaceId workspace, Func<IDashboardDb, Task<T>> work, CancellationToken ct)
    {
        await using var outer = dbs.Open(workspace);
        return await outer.Database.CreateExecutionStrategy().ExecuteAsync(
            async token =>
            {
                await using var db = dbs.Open(workspace);
                await using var transaction = await db.Database.BeginTransactionAsync(token);
                var result = await work(db);
                await db.SaveChangesAsync(token);
                await transaction.CommitAsync(token);
                return result;
            },
            ct);
    }
}
