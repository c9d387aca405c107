using Dashboard.Application.Connections.Portal;

namespace Dashboard.Application.Sync.Reading;

/// <summary>A stretch of ids still to be read: from <see cref="From"/> up to <see cref="End"/> (exclusive; null is open).</summary>
public sealed record IdRange(long From, long? End);

/// <summary>
/// Cuts the portal's ids into ranges that are read side by side, because one cursor waits a round trip for each page.
/// A reader that runs out of work takes the far half of the largest rest. Decides only; reads nothing.
/// </summary>
public sealed class IdRanges(IEnumerable<IdRange> open, long maxId, double tasksPerId)
{
    /// <summary>Tasks below which a rest is not worth cutting: each cut costs about a page.</summary>
    private const double WorthCutting = 600;

    private readonly Lock gate = new();
    private readonly List<Reading> readings = [.. open.Select(r => new Reading(r.From, r.End, tasksPerId))];
    private TaskCompletionSource moved = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Evenly cut by id, so many that each holds a few pages.</summary>
    public static IReadOnlyList<IdRange> Cut(long first, long maxId, long total, int readers)
    {
        var count = (int)Math.Clamp(Math.Min(total / (long)WorthCutting, maxId - first), 1, readers);
        var width = (maxId - first) / count;
        return [.. Enumerable.Range(0, count).Select(i => new IdRange(i == 0 ? 0 : first + (i * width), i == count - 1 ? null : first + ((i + 1) * width)))];
    }

    /// <summary>The next range to read, or null when nothing is left for another reader.</summary>
    public async Task<Reading?> TakeAsync(CancellationToken ct)
    {
        while (true)
        {
            Task wait;
            lock (gate)
            {
                if (readings.Find(r => !r.Taken) is { } free)
                {
                    free.Taken = true;
                    return free;
                }

                if (readings.TrueForAll(r => r.Fetched))
                {
                    return null;
                }

                if (CutLargest() is { } half)
                {
                    return half;
                }

                wait = moved.Task;
            }

            await wait.WaitAsync(ct);
        }
    }

    /// <summary>Takes note of a fetched page; answers what of it belongs to the range.</summary>
    /// <returns>Null when the page shows that the portal's list does not go by ids.</returns>
    public PageOfRange? Advance(Reading reading, TaskPage page)
    {
        lock (gate)
        {
            var from = reading.Next;
            var ids = page.Tasks.Select(t => t.Id).ToList();
            if (!Ascend(ids, from - 1) || (page.After is { } after && !(long.TryParse(after, out var cursor) && cursor >= from)))
            {
                return null;
            }

            reading.Learn(ids.Count);
            reading.Cursor = page.After;
            reading.Fetched = page.After is null || (reading.End is { } end && ids.Count > 0 && ids[^1] >= end - 1);
            reading.Next = reading.Fetched ? reading.End ?? long.MaxValue : ids.Count > 0 ? ids[^1] + 1 : from;
            Announce();
            return new PageOfRange(reading, from, reading.Next, reading.Fetched, [.. page.Tasks.Where(t => t.Id >= from && t.Id < reading.Next)], page.Unreadable) { Unread = page.Unread };
        }
    }

    /// <summary>The page is about to be stored; answers what is open after it, for the checkpoint.</summary>
    public IReadOnlyList<IdRange> Stored(PageOfRange page)
    {
        lock (gate)
        {
            page.Of.Stored = page.To;
            page.Of.Done = page.Last;
            return [.. readings.Where(r => !r.Done).Select(r => new IdRange(r.Stored, r.End))];
        }
    }

    private Reading? CutLargest()
    {
        var largest = readings.Where(r => !r.Fetched).MaxBy(r => r.Rest(maxId));
        if (largest is null || largest.Rest(maxId) < WorthCutting)
        {
            return null;
        }

        var end = largest.End ?? Math.Max(maxId, largest.Next) + 1;
        var half = new Reading(largest.Next + ((end - largest.Next) / 2), largest.End, largest.TasksPerId) { Taken = true };
        largest.End = half.Next;
        readings.Add(half);
        return half;
    }

    private void Announce()
    {
        var told = moved;
        moved = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        told.TrySetResult();
    }

    private static bool Ascend(List<long> ids, long least)
    {
        foreach (var id in ids)
        {
            if (id < least)
            {
                return false;
            }

            least = id + 1;
        }

        return true;
    }

    /// <summary>One range while it is being read.</summary>
    public sealed class Reading(long from, long? end, double tasksPerId)
    {
        private const int Telling = 500;

        private readonly long begin = from;
        private readonly double expected = tasksPerId;
        private int seen;

        /// <summary>HubSpot's cursor, or an id to begin behind: the list may begin at that id or after it.</summary>
        public string? Cursor { get; internal set; } = from <= 1 ? null : (from - 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

        internal long Next { get; set; } = from;

        internal long Stored { get; set; } = from;

        internal long? End { get; set; } = end;

        internal bool Taken { get; set; }

        internal bool Done { get; set; }

        public bool Fetched { get; internal set; }

        /// <summary>Of this range as far as it was read; a single page tells little, ids come in bursts.</summary>
        internal double TasksPerId => seen < Telling ? expected : seen / (double)Math.Max(1, Next - begin);

        internal double Rest(long maxId) => Math.Max(0, (End ?? maxId + 1) - Next) * TasksPerId;

        internal void Learn(int tasks) => seen += tasks;
    }
}

/// <summary>What one page added to a range: all tasks of the portal with ids from <paramref name="From"/> to before <paramref name="To"/>.</summary>
public sealed record PageOfRange(IdRanges.Reading Of, long From, long To, bool Last, IReadOnlyList<RemoteTask> Tasks, int Unreadable)
{
    public IReadOnlyList<UnreadTask> Unread { get; init; } = [];
}
