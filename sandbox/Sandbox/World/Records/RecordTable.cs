using Dashboard.Sandbox.World.Schema;

namespace Dashboard.Sandbox.World.Records;

/// <summary>The records of one type, by ascending id. New ids are always higher than all before.</summary>
public sealed class RecordTable(ObjectType type, long firstId)
{
    private readonly List<Record> records = [];
    private readonly PriorityQueue<(Record Record, RecordState State), long> unseen = new();

    public ObjectType Type { get; } = type;

    public int Count => records.Count;

    public long NextId { get; private set; } = firstId;

    public Record this[int index] => records[index];

    public void Add(Record record)
    {
        records.Add(record);
        NextId = Math.Max(NextId, record.Id + 1);
    }

    public Record? Find(long id)
    {
        var index = FirstAtOrAfter(id);
        return index < records.Count && records[index].Id == id ? records[index] : null;
    }

    /// <summary>The position of the first record whose id is at least this one.</summary>
    public int FirstAtOrAfter(long id)
    {
        var (low, high) = (0, records.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (records[middle].Id < id)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>Lets search see this state once the clock reaches the moment.</summary>
    public void ShowLater(Record record, long visibleAt) => unseen.Enqueue((record, record.Current), visibleAt);

    public void ShowAll()
    {
        unseen.Clear();
        records.ForEach(record => record.Indexed = record.Current);
    }

    /// <summary>What search may look at now: a copy of the list, so that the scan runs outside the lock.</summary>
    public Record[] SeenBySearch(long now)
    {
        while (unseen.TryPeek(out var next, out var visibleAt) && visibleAt <= now)
        {
            unseen.Dequeue();
            if (next.Record.Indexed is null || next.State.Modified > next.Record.Indexed.Modified)
            {
                next.Record.Indexed = next.State;
            }
        }

        return [.. records];
    }
}
