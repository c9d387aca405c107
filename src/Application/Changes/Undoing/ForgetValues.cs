using Dashboard.Application.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Changes.Undoing;

/// <summary>Forgets the values of settled changes that can no longer be taken back. That a change was made stays known.</summary>
public sealed class ForgetValues(IDashboardDbs dbs, TimeProvider clock)
{
    internal const string Nothing = "{}";

    private const int AtOnce = 500;

    /// <returns>How many changes forgot their values; each step is a short transaction of its own.</returns>
    public async Task<int> RunAsync(WorkspaceId workspace, CancellationToken ct)
    {
        await using var db = dbs.Open(workspace);
        var before = clock.GetUtcNow() - UndoWindow.Length;
        var forgotten = 0;
        while (true)
        {
            var old = await db.Changes
                .Where(c => (c.State == ChangeState.Done || c.State == ChangeState.Dropped) && c.AcceptedAt < before && c.Fields != Nothing)
                .OrderBy(c => c.Sequence)
                .Select(c => c.Sequence)
                .Take(AtOnce)
                .ToListAsync(ct);
            forgotten += old.Count == 0 ? 0 : await db.Changes.Where(c => old.Contains(c.Sequence)).ExecuteUpdateAsync(set => set.SetProperty(c => c.Fields, Nothing), ct);
            if (old.Count < AtOnce)
            {
                return forgotten;
            }
        }
    }
}
