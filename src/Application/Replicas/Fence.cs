using Dashboard.Application.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Replicas;

/// <summary>
/// A lease with the number it was taken under. Work that runs behind it writes only while that number is the lease's, checked inside
/// the transaction that writes; and asks HubSpot for nothing once another replica may have taken over.
/// </summary>
public sealed class Fence(ThisReplica me, ReplicaLife life, WorkspaceId workspace, string name, long number)
{
    private static readonly AsyncLocal<Fence?> Ambient = new();

    /// <summary>What the running work stands behind; null for what a person does, which needs no lease.</summary>
    public static Fence? Current => Ambient.Value;

    public ReplicaLife Life => life;

    public WorkspaceId Workspace => workspace;

    public string Name => name;

    public long Number => number;

    /// <summary>False when another replica may have taken over already: nothing may be sent on the strength of this lease.</summary>
    public bool IsFresh => me.IsFresh(life);

    /// <summary>What the caller does from here on, and what it calls, stands behind <paramref name="fence"/>. Ends with the caller's method.</summary>
    public static void Enter(Fence? fence) => Ambient.Value = fence;

    /// <summary>
    /// To be called inside a transaction before it writes. It writes the number over itself: whoever wants to take the lease waits for the commit.
    /// </summary>
    /// <exception cref="LeaseLostException">Another replica has taken over; nothing of this transaction may be stored.</exception>
    public static async Task RequireAsync(IDashboardDb db, CancellationToken ct)
    {
        if (Current is { } fence && fence.Workspace == db.Workspace && !await fence.HoldsAsync(db, ct))
        {
            throw new LeaseLostException($"Another replica has taken over the {fence.Name} of workspace {fence.Workspace} (number {fence.Number} is not the last).");
        }
    }

    private async Task<bool> HoldsAsync(IDashboardDb db, CancellationToken ct) =>
        await db.Leases.Where(l => l.Name == name && l.Fence == number).ExecuteUpdateAsync(set => set.SetProperty(l => l.Fence, number), ct) == 1;
}
