using Dashboard.Application.Replicas;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Dashboard.Application.Kernel;

/// <summary>Several commands as one.</summary>
public static class UnitOfWork
{
    /// <summary>
    /// Runs <paramref name="work"/> in a transaction and commits it. A server that drops the connection makes the whole of it run again, so it
    /// must do nothing but database work; a plain <c>BeginTransactionAsync</c> is refused by engines that retry.
    /// A single SaveChanges is atomic without this.
    /// </summary>
    public static Task<T> InTransactionAsync<T>(this DatabaseFacade database, Func<CancellationToken, Task<T>> work, CancellationToken ct) =>
        database.CreateExecutionStrategy().ExecuteAsync(
            async token =>
            {
                await using var transaction = await database.BeginTransactionAsync(token);
                var result = await work(token);
                await transaction.CommitAsync(token);
                return result;
            },
            ct);

    /// <summary>
    /// The same with a context of its own for each attempt, saved before it is committed: what an attempt that failed had tracked is gone.
    /// On SQLite nobody else writes between the first read of <paramref name="work"/> and the commit.
    /// Work that runs behind a <see cref="Fence"/> writes only while the fence holds.
    /// </summary>
    /// <exception cref="LeaseLostException">Another replica has taken over; nothing was stored.</exception>
    public static async Task<T> StoreAsync<T>(this IDashboardDbs dbs, WorkspaceId workspace, Func<IDashboardDb, Task<T>> work, CancellationToken ct)
    {
        await using var outer = dbs.Open(workspace);
        return await outer.Database.CreateExecutionStrategy().ExecuteAsync(
            async token =>
            {
                await using var db = dbs.Open(workspace);
                await using var transaction = await db.Database.BeginTransactionAsync(token);
                await Fence.RequireAsync(db, token);
                var result = await work(db);
                await db.SaveChangesAsync(token);
                await transaction.CommitAsync(token);
                return result;
            },
            ct);
    }
}
