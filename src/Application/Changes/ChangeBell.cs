using System.Threading.Channels;
using Dashboard.Application.Kernel;

namespace Dashboard.Application.Changes;

/// <summary>Wakes the sending loop when a change was stored. Only a wake-up: the work itself is in the database, a poll finds what a lost ring missed.</summary>
public sealed class ChangeBell
{
    private readonly Channel<WorkspaceId> rings = Channel.CreateUnbounded<WorkspaceId>();

    public ChannelReader<WorkspaceId> Rings => rings.Reader;

    public void Ring(WorkspaceId workspace) => rings.Writer.TryWrite(workspace);
}
