using Dashboard.Application.Connections;
using Dashboard.Application.Kernel;
using Dashboard.Application.Sync;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Board;

/// <summary>How far the index behind a board can be believed: nothing connected, still reading, live, or cut off.</summary>
public sealed record BoardFreshness(bool IsConnected, bool NeedsReconnect, SyncPhase Phase, int Read, int? Total, string? Trouble)
{
    public bool IsReading => IsConnected && Phase != SyncPhase.Live;

    internal static async Task<BoardFreshness> ReadAsync(IDashboardDb db, CancellationToken ct)
    {
        var state = await db.Connections.AsNoTracking().Select(c => (ConnectionState?)c.State).FirstOrDefaultAsync(ct);
        var sync = await db.SyncStates.AsNoTracking()
            .Select(s => new { s.Phase, s.TasksRead, s.TasksTotal, s.Trouble })
            .FirstOrDefaultAsync(ct);
        return new BoardFreshness(
            state is not null, state == ConnectionState.NeedsReconnect, sync?.Phase ?? SyncPhase.New, sync?.TasksRead ?? 0, sync?.TasksTotal, sync?.Trouble);
    }
}
