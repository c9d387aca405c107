namespace Dashboard.Application.Kernel;

/// <summary>Tells open boards of a workspace what changed. A signal is a hint to read again, never the content.</summary>
public interface IWorkspaceFeed
{
    void Publish(WorkspaceSignal signal);

    /// <summary>Calls <paramref name="heard"/> on the publisher's thread: hand over quickly and never throw.</summary>
    IDisposable Subscribe(WorkspaceId workspace, Action<WorkspaceSignal> heard);
}

/// <summary>What happened in a workspace.</summary>
public abstract record WorkspaceSignal(WorkspaceId Workspace)
{
    /// <summary>Whether a screen may have to read again; else only the loops of the replicas care.</summary>
    public virtual bool IsShown => true;

    /// <summary><paramref name="By"/> names the member who moved them; null when HubSpot or the sync did.</summary>
    public sealed record TasksChanged(WorkspaceId Workspace, IReadOnlyCollection<long> TaskIds, string? By) : WorkspaceSignal(Workspace);

    public sealed record SyncProgressed(WorkspaceId Workspace) : WorkspaceSignal(Workspace);

    public sealed record ConnectionChanged(WorkspaceId Workspace) : WorkspaceSignal(Workspace);

    /// <summary>HubSpot pointed at something; it is not read yet.</summary>
    public sealed record WebhooksCame(WorkspaceId Workspace) : WorkspaceSignal(Workspace)
    {
        public override bool IsShown => false;
    }

    public sealed record MembersChanged(WorkspaceId Workspace) : WorkspaceSignal(Workspace);
}
