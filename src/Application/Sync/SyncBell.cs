using System.Threading.Channels;
using Dashboard.Application.Kernel;

namespace Dashboard.Application.Sync;

/// <summary>Wakes the syncing loop when a portal was connected. Only a wake-up: what is to be read stands in <see cref="SyncState"/>.</summary>
public sealed class SyncBell
{
    private readonly Channel<WorkspaceId> rings = Channel.CreateUnbounded<WorkspaceId>();

    public ChannelReader<WorkspaceId> Rings => rings.Reader;

    public void Ring(WorkspaceId workspace) => rings.Writer.TryWrite(workspace);
}
