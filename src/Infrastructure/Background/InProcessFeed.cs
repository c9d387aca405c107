using System.Collections.Concurrent;
using Dashboard.Application.Kernel;
using Dashboard.Application.Replicas;
using Microsoft.Extensions.Logging;

namespace Dashboard.Infrastructure.Background;

/// <summary>Signals inside one process: what happened here is on the screens of this process at once.</summary>
public sealed class InProcessFeed(ILogger<InProcessFeed> log) : IWorkspaceFeed
{
    private readonly ConcurrentDictionary<WorkspaceId, ConcurrentDictionary<Subscription, Action<WorkspaceSignal>>> listeners = new();

    public void Publish(WorkspaceSignal signal)
    {
        if (!signal.IsShown || !listeners.TryGetValue(signal.Workspace, out var here))
        {
            return;
        }

        // What a listener does is its own work, not that of the loop that happened to tell it.
        var behind = Fence.Current;
        Fence.Enter(null);
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

        Fence.Enter(behind);
    }

    /// <summary>Something may have been missed: every workspace that is looked at here reads again.</summary>
    public void ReadAgain()
    {
        foreach (var workspace in listeners.Where(here => !here.Value.IsEmpty).Select(here => here.Key))
        {
            Publish(new WorkspaceSignal.ConnectionChanged(workspace));
            Publish(new WorkspaceSignal.TasksChanged(workspace, [], By: null));
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
