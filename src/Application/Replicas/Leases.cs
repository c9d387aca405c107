using System.Collections.Concurrent;
using System.Data.Common;
using Dashboard.Application.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Replicas;

/// <summary>Takes leases and keeps them for as long as this replica lives. A held one costs no query; the beat of the replica renews all of them.</summary>
public sealed class Leases(IDashboardDbs dbs, ThisReplica me)
{
    private readonly ConcurrentDictionary<(WorkspaceId Workspace, string Name), Fence> held = new();

    /// <returns>Null while another living replica holds it.</returns>
    public async Task<Fence?> TakeAsync(WorkspaceId workspace, string name, CancellationToken ct)
    {
        var life = await me.AliveAsync(ct);
        if (held.TryGetValue((workspace, name), out var fence) && ReferenceEquals(fence.Life, life))
        {
            return fence;
        }

        await using var db = dbs.Open(workspace);
        return await NextNumberAsync(db, name, life, ct) is { } number
            ? held[(workspace, name)] = new Fence(me, life, workspace, name, number)
            : null;
    }

    /// <summary>Gives it to whoever asks next.</summary>
    public async Task GiveBackAsync(Fence fence)
    {
        Forget(fence);
        await using var db = dbs.Open(fence.Workspace);
        try
        {
            await db.Leases.Where(l => l.Name == fence.Name && l.Fence == fence.Number).ExecuteUpdateAsync(set => set.SetProperty(l => l.Holder, Guid.Empty), CancellationToken.None);
        }
        catch (DbException)
        {
            // What was done under it is done. It is free at the latest when this replica ends.
        }
    }

    /// <summary>It turned out to be somebody else's: the next taking asks the database.</summary>
    public void Forget(Fence fence) => held.TryRemove(new((fence.Workspace, fence.Name), fence));

    private static async Task<long?> NextNumberAsync(IDashboardDb db, string name, ReplicaLife life, CancellationToken ct)
    {
        if (await db.Leases.AsNoTracking().FirstOrDefaultAsync(l => l.Name == name, ct) is not { } lease)
        {
            return await FirstNumberAsync(db, name, life, ct);
        }

        // The dead do not come back under the same id, so what is free here is still free below unless somebody was faster.
        if (lease.Holder != life.Id && await db.Directory.Replicas.AnyAsync(r => r.Id == lease.Holder, ct))
        {
            return null;
        }

        var taken = await db.Leases.Where(l => l.Name == name && l.Fence == lease.Fence)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.Holder, life.Id).SetProperty(l => l.Fence, lease.Fence + 1), ct);
        return taken == 1 ? lease.Fence + 1 : null;
    }

    private static async Task<long?> FirstNumberAsync(IDashboardDb db, string name, ReplicaLife life, CancellationToken ct)
    {
        db.Leases.Add(new Lease { WorkspaceId = db.Workspace, Name = name, Holder = life.Id, Fence = 1 });
        try
        {
            await db.SaveChangesAsync(ct);
            return 1;
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // Another replica was faster; the key is unique.
            return null;
        }
    }
}
