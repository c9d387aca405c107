using System.Collections.Concurrent;
using Dashboard.Application.Kernel;
using Microsoft.Extensions.Logging;

namespace Dashboard.Infrastructure.Background;

/// <summary>Signals inside one process: what happened here is on the screens of this process at once.</summary>
public sealed class InProcessFeed(ILogger<InProcessFeed> log) : IWorkspaceFeed
{
    private readonly ConcurrentDictionary<WorkspaceId, ConcurrentDictionary<Subscription, Action<WorkspaceSignal>>> listeners = new();

    public void Publish(WorkspaceSignal signal)
    {
        if (!listeners.TryGetValue(signal.Workspace, out var here))
        {
            return;
        }

        foreach (var heard in here.Values)
        {
            try
            {
                heard(signal);
            }
            catch (Exception broken)
            {
                // One listener's bug must not keep the signal from the others.
                log.LogError(broken, "A listener of workspace {Workspace} failed", signal.Workspace);
            }
        }
    }

    public IDisposable Subscribe(WorkspaceId workspace, Action<WorkspaceSignal> heard)
    {
        var subscription = new Subscription(this, workspace);
        listeners.GetOrAdd(workspace, _ => new())[subscription] = heard;
        return subscription;
    }

    private sealed class Subscription(InProcessFeed feed, WorkspaceId workspace) : IDisposable
    {
        public void Dispose()
        {
            if (feed.listeners.TryGetValue(workspace, out var here))
            {
                here.TryRemove(this, out _);
            }
        }
    }
}
