using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Sync.Checks;

/// <summary>Keeps the list. Runs inside the caller's transaction; the caller saves.</summary>
public static class Quarantine
{
    /// <param name="db">The caller's.</param>
    /// <param name="read">Tasks that were read well: they leave the list unless a part of them is unreadable.</param>
    /// <param name="unread">Those that were not.</param>
    /// <param name="ct">Ends it.</param>
    public static async Task KeepAsync(IDashboardDb db, IEnumerable<long> read, IReadOnlyList<UnreadTask> unread, CancellationToken ct)
    {
        var bad = unread.GroupBy(u => u.Id).ToDictionary(same => same.Key, same => same.Last().Reason);
        var ids = read.Concat(bad.Keys).Distinct().ToList();
        if (ids.Count == 0)
        {
            return;
        }

        var held = await db.Quarantine.Where(q => ids.Contains(q.TaskId)).ToDictionaryAsync(q => q.TaskId, ct);
        db.Quarantine.RemoveRange(held.Values.Where(q => !bad.ContainsKey(q.TaskId)));
        foreach (var (id, reason) in bad)
        {
            if (!held.TryGetValue(id, out var row))
            {
                db.Quarantine.Add(row = new QuarantinedTask { WorkspaceId = db.Workspace, TaskId = id, Reason = reason });
            }

            (row.Reason, row.Times) = (reason, row.Times + 1);
        }
    }
}
