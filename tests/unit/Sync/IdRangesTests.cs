using System.Globalization;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Sync.Reading;
using Xunit;

namespace Dashboard.UnitTests.Sync;

public sealed class IdRangesTests
{
    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    [InlineData(true, 2)]
    [InlineData(true, 3)]
    public async Task Every_task_is_read_once_whatever_the_cursor_means(bool cursorIsNextId, int seed)
    {
        var ids = Ids(seed);
        var (read, pages) = await ReadAsync(ids, cursorIsNextId, new IdRanges(IdRanges.Cut(ids[0], ids[^1], ids.Count, 5), ids[^1], ids.Count / (double)(ids[^1] - ids[0])));
        Assert.Equal(ids, read.Order());
        Assert.True(pages <= 1.03 * ids.Count / 100, $"{pages} pages for {ids.Count} tasks.");
    }

    [Fact]
    public async Task A_list_that_does_not_go_by_ids_is_noticed()
    {
        var ranges = new IdRanges([new IdRange(0, 500), new IdRange(500, null)], 1000, 1);
        var second = (await ranges.TakeAsync(CancellationToken.None), await ranges.TakeAsync(CancellationToken.None)).Item2!;
        Assert.Null(ranges.Advance(second, Page([1, 2, 3], "3")));
        Assert.Null(ranges.Advance(second, Page([600, 599], "600")));
        Assert.Null(ranges.Advance(second, Page([600, 601], "opaque")));
    }

    [Fact]
    public async Task What_is_stored_and_nothing_more_leaves_the_checkpoint()
    {
        var ranges = new IdRanges([new IdRange(0, null)], 1000, 1);
        var reading = (await ranges.TakeAsync(CancellationToken.None))!;
        var one = ranges.Advance(reading, Page([1, 2], "2"))!;
        var two = ranges.Advance(reading, Page([3, 9], "9"))!;
        Assert.Equal([new IdRange(3, null)], ranges.Stored(one));
        Assert.Equal([new IdRange(10, null)], ranges.Stored(two));
        Assert.Empty(ranges.Stored(ranges.Advance(reading, Page([], null))!));
    }

    /// <summary>Five readers, in turns, against a list in memory.</summary>
    private static async Task<(List<long> Read, int Pages)> ReadAsync(List<long> ids, bool cursorIsNextId, IdRanges ranges)
    {
        var read = new List<long>();
        var pages = 0;
        await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ =>
        {
            while (await ranges.TakeAsync(CancellationToken.None) is { } range)
            {
                while (!range.Fetched)
                {
                    var cursor = long.Parse(range.Cursor ?? "0", CultureInfo.InvariantCulture);
                    await Task.Yield();
                    lock (read)
                    {
                        pages++;
                        var at = ids.BinarySearch(cursorIsNextId ? cursor : cursor + 1);
                        var from = at >= 0 ? at : ~at < ids.Count ? ~at : -1;
                        var page = from < 0 ? [] : ids.GetRange(from, Math.Min(100, ids.Count - from));
                        var more = from >= 0 && from + 100 < ids.Count;
                        var mine = ranges.Advance(range, Page(page, more ? (cursorIsNextId ? ids[from + 100] : page[^1]).ToString(CultureInfo.InvariantCulture) : null))!;
                        read.AddRange(mine.Tasks.Select(t => t.Id));
                        ranges.Stored(mine);
                    }
                }
            }
        }));
        return (read, pages);
    }

    /// <summary>Sparse ids in bursts with wide gaps, as portals have them.</summary>
    private static List<long> Ids(int seed)
    {
        var random = new Random(seed);
        var (ids, next) = (new List<long>(), 1_000_000L);
        for (var i = 0; i < 100_000; i++)
        {
            next += random.Next(1, 4_000) + (i % 1_000 == 999 ? random.Next(40_000_000) : 0);
            ids.Add(next);
        }

        return ids;
    }

    private static TaskPage Page(IEnumerable<long> ids, string? after) =>
        new([.. ids.Select(id => new RemoteTask(id, new Dictionary<string, string?>(), null, null, null))], 0, after);
}
