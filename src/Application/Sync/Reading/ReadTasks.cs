using System.Threading.Channels;
using Dashboard.Application.Changes;
using Dashboard.Application.Connections;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Sync.Checks;
using Dashboard.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Sync.Reading;

/// <summary>
/// Reads all tasks of a portal: several readers fetch pages, one writer stores each page together with the checkpoint it stands for.
/// A task of the index inside a page's ids that the page does not list is gone from the portal.
/// </summary>
public sealed class ReadTasks(IDashboardDbs dbs, TokenSource tokens, IHubSpotTasks tasks, IWorkspaceFeed feed, TimeProvider clock)
{
    private const int Readers = 5;

    private static readonly TimeSpan BetweenSignals = TimeSpan.FromMilliseconds(500);

    /// <returns>False when the list does not go by ids and must be read with one cursor.</returns>
    public async Task<Result<bool>> RunAsync(
        WorkspaceId workspace, SyncCheckpoint checkpoint, double tasksPerId, IReadOnlyList<RecordKind> linked, CancellationToken ct)
    {
        var ranges = new IdRanges(checkpoint.Ranges, checkpoint.MaxId, tasksPerId);
        var pages = Channel.CreateBounded<PageOfRange>(Readers * 2);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);

        var reading = ReadAllAsync(workspace, ranges, linked, pages.Writer, stop);
        try
        {
            await WriteAllAsync(workspace, checkpoint, ranges, pages.Reader, ct);
        }
        finally
        {
            // Readers that wait for room must not outlive a writer that failed.
            await stop.CancelAsync();
        }

        return await reading;
    }

    private async Task<Result<bool>> ReadAllAsync(
        WorkspaceId workspace, IdRanges ranges, IReadOnlyList<RecordKind> linked, ChannelWriter<PageOfRange> pages, CancellationTokenSource stop)
    {
        try
        {
            var readers = Enumerable.Range(0, Readers).Select(_ => ReadAsync(workspace, ranges, linked, pages, stop)).ToList();
            var outcomes = await Task.WhenAll(readers);
            return outcomes.FirstOrDefault(o => o.Failure is not null) is { Failure: { } failure } ? failure : outcomes.All(o => o.Value);
        }
        finally
        {
            pages.TryComplete();
        }
    }

    /// <summary>One reader. The first that fails stops the others; what they fetched is still stored.</summary>
    private async Task<Result<bool>> ReadAsync(
        WorkspaceId workspace, IdRanges ranges, IReadOnlyList<RecordKind> linked, ChannelWriter<PageOfRange> pages, CancellationTokenSource stop)
    {
        try
        {
            while (await ranges.TakeAsync(stop.Token) is { } range)
            {
                while (!range.Fetched)
                {
                    var page = await tokens.CallAsync(workspace, CallPriority.Syncing, access => tasks.ListAsync(access, range.Cursor, linked, stop.Token), stop.Token);
                    if (!page.Ok || ranges.Advance(range, page.Value) is not { } mine)
                    {
                        await stop.CancelAsync();
                        return page.Failure is { } failure ? failure : false;
                    }

                    await pages.WriteAsync(mine, stop.Token);
                }
            }

            return true;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }

    private async Task WriteAllAsync(WorkspaceId workspace, SyncCheckpoint checkpoint, IdRanges ranges, ChannelReader<PageOfRange> pages, CancellationToken ct)
    {
        TaskStatuses statuses;
        await using (var db = dbs.Open(workspace))
        {
            statuses = await TaskStatuses.LoadAsync(db, ct);
        }

        var told = clock.GetTimestamp();
        await foreach (var page in pages.ReadAllAsync(ct))
        {
            checkpoint = checkpoint with { Ranges = ranges.Stored(page) };
            checkpoint = checkpoint with { Unreadable = await StorePageAsync(workspace, page, checkpoint, statuses, ct) };
            if (clock.GetElapsedTime(told) >= BetweenSignals)
            {
                told = clock.GetTimestamp();
                feed.Publish(new WorkspaceSignal.SyncProgressed(workspace));
            }
        }
    }

    private Task<int> StorePageAsync(WorkspaceId workspace, PageOfRange page, SyncCheckpoint checkpoint, TaskStatuses statuses, CancellationToken ct) => dbs.StoreAsync(
        workspace,
        async db =>
        {
            var state = await db.SyncStates.OfRunningAsync(ct);
            var outcome = await TaskIntake.TakeAsync(db, page.Tasks, statuses, ct);
            await Quarantine.KeepAsync(db, [], page.Unread, ct);
            if (page.Unreadable == 0)
            {
                await RemoveVanishedAsync(db, page, ct);
            }

            var unreadable = checkpoint.Unreadable + page.Unreadable + outcome.Unreadable;
            state.TasksRead += page.Tasks.Count;
            state.Checkpoint = (checkpoint with { Unreadable = unreadable }).Write();
            return unreadable;
        },
        ct);

    private static async Task RemoveVanishedAsync(IDashboardDb db, PageOfRange page, CancellationToken ct)
    {
        var listed = page.Tasks.Select(t => t.Id).ToHashSet();
        var indexed = await db.Tasks.Where(t => t.Id >= page.From && t.Id < page.To).Select(t => t.Id).ToListAsync(ct);
        foreach (var gone in indexed.Where(id => !listed.Contains(id)).Chunk(200))
        {
            await TaskIntake.RemoveAsync(db, gone, ct);
        }
    }
}
