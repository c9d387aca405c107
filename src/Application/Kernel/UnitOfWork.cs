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
}
