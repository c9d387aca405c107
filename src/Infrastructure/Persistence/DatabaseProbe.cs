using Dashboard.Application.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Infrastructure.Persistence;

/// <summary>Asks the database one cheap thing, for <c>/health/ready</c>.</summary>
public sealed class DatabaseProbe(DashboardDbs databases)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    /// <summary><see cref="Failure.Unavailable"/> when there is no answer in time; the reason names no server and no path.</summary>
    public async Task<Result<Done>> RunAsync(CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Longest);
        try
        {
            await using var db = databases.OpenDirectory();
            await db.Workspaces.AsNoTracking().Select(workspace => workspace.Id).FirstOrDefaultAsync(limit.Token);
            return Done.Value;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new Failure.Unavailable("The database did not answer in time.");
        }
        catch (Exception failed) when (failed is System.Data.Common.DbException or InvalidOperationException)
        {
            return new Failure.Unavailable("The database does not answer.");
        }
    }
}
