using System.Threading.Channels;
using Dashboard.Application.Kernel;

namespace Dashboard.Application.Sync.Hints;

/// <summary>Wakes the loop that follows webhooks. Only a wake-up: what is to be read stands in <see cref="WebhookHint"/>.</summary>
public sealed class HintBell
{
    private readonly Channel<WorkspaceId> rings = Channel.CreateUnbounded<WorkspaceId>();

    public ChannelReader<WorkspaceId> Rings => rings.Reader;

    public void Ring(WorkspaceId workspace) => rings.Writer.TryWrite(workspace);
}
