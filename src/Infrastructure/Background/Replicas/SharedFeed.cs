using System.Threading.Channels;
using Dashboard.Application.Kernel;
using Dashboard.Application.Replicas;

namespace Dashboard.Infrastructure.Background.Replicas;

/// <summary>
/// Signals of all replicas: what happened here is on the screens of this process at once, and soon in the table the others read. As long as
/// there are no others nothing is written. A process that dies between a save and its signal is made up for by the others: they read again.
/// </summary>
public sealed class SharedFeed(InProcessFeed here, OtherReplicas others, ThisReplica me, IDashboardDbs dbs) : IWorkspaceFeed
{
    private const int MostAtOnce = 200;

    private readonly Channel<WorkspaceSignal> outgoing = Channel.CreateUnbounded<WorkspaceSignal>();

    public void Publish(WorkspaceSignal signal)
    {
        here.Publish(signal);
        if (others.Any)
        {
            outgoing.Writer.TryWrite(signal);
        }
    }

    public IDisposable Subscribe(WorkspaceId workspace, Action<WorkspaceSignal> heard) => here.Subscribe(workspace, heard);

    /// <summary>What another replica said, for this process only.</summary>
    public void PublishHere(WorkspaceSignal signal) => here.Publish(signal);

    /// <summary>Something may have been missed.</summary>
    public void ReadAgain() => here.ReadAgain();

    /// <summary>Waits for the next signals of this process and stores them for the others. Signals that could not be stored are kept.</summary>
    public async Task StoreNextAsync(List<FeedEntry> unstored, CancellationToken ct)
    {
        if (unstored.Count == 0)
        {
            await outgoing.Reader.WaitToReadAsync(ct);
        }

        await StoreAsync(unstored, ct);
    }

    /// <summary>Stores what is left, for a stop in good order.</summary>
    public async Task StoreAsync(List<FeedEntry> unstored, CancellationToken ct)
    {
        var next = new HashSet<WorkspaceSignal>();
        while (next.Count < MostAtOnce && outgoing.Reader.TryRead(out var signal))
        {
            next.Add(signal);
        }

        unstored.AddRange(next.Select(signal => FeedEntry.Of(signal, me.Process)));
        if (unstored.Count > 0)
        {
            await using var directory = dbs.OpenDirectory();
            directory.Feed.AddRange(unstored);
            await directory.SaveChangesAsync(ct);
            unstored.Clear();
        }
    }
}
