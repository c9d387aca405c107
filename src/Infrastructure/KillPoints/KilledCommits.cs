using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Dashboard.Infrastructure.KillPoints;

/// <summary>Before what is stored becomes durable, and once it is.</summary>
internal sealed class KilledCommits : ISaveChangesInterceptor, IDbTransactionInterceptor, IDbCommandInterceptor
{
    /// <summary>What the open transaction of a context is about.</summary>
    private readonly ConditionalWeakTable<DbContext, List<string>> inside = [];

    /// <summary>What a save is about that is a transaction of its own.</summary>
    private readonly ConditionalWeakTable<DbContext, List<string>> alone = [];

    public static IReadOnlyList<string> Names => CommitName.All;

    public ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var context = eventData.Context!;
        var names = CommitName.Of([.. context.ChangeTracker.Entries()]);
        if (context.Database.CurrentTransaction is null)
        {
            alone.AddOrUpdate(context, [.. names]);
            Before(alone, context);
        }
        else
        {
            inside.GetOrCreateValue(context).AddRange(names);
        }

        return ValueTask.FromResult(result);
    }

    public ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        After(alone, eventData.Context!);
        return ValueTask.FromResult(result);
    }

    public ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Before(inside, eventData.Context!);
        return ValueTask.FromResult(result);
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        After(inside, eventData.Context!);
        return Task.CompletedTask;
    }

    public ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (CommitName.Of(command.CommandText) is { } name)
        {
            var table = command.Transaction is null ? alone : inside;
            table.GetOrCreateValue(eventData.Context!).Add(name);
            if (command.Transaction is null)
            {
                Before(alone, eventData.Context!);
            }
        }

        return ValueTask.FromResult(result);
    }

    public ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (command.Transaction is null)
        {
            After(alone, eventData.Context!);
        }

        return ValueTask.FromResult(result);
    }

    private static void Before(ConditionalWeakTable<DbContext, List<string>> open, DbContext context)
    {
        if (open.TryGetValue(context, out var names) && CommitName.First(names) is { } name)
        {
            KillPoint.Reach(KillPoint.BeforeCommit(name));
        }
    }

    private static void After(ConditionalWeakTable<DbContext, List<string>> open, DbContext context)
    {
        if (open.TryGetValue(context, out var names) && CommitName.First(names) is { } name)
        {
            KillPoint.Reach(KillPoint.AfterCommit(name));
        }

        open.Remove(context);
    }
}
