namespace Dashboard.Sandbox.World.Records;

/// <summary>Applies written values to a record; the only place where states and history are made.</summary>
public static class RecordChange
{
    public static void Write(Record record, IReadOnlyDictionary<string, string?> values, long at, string source, string? sourceId)
    {
        var next = record.Current.Copy(record.Type.SlotCount);
        record.History ??= [];
        foreach (var (name, value) in values)
        {
            var slot = record.Type[name].Slot;
            if (next[slot] == value)
            {
                continue;
            }

            if (next[slot] is not null && !record.History.Exists(v => v.Property == name))
            {
                record.History.Add(new PropertyVersion(name, next[slot], record.Created, "INTEGRATION", null));
            }

            record.History.Add(new PropertyVersion(name, value, at, source, sourceId, values.GetValueOrDefault("hs_updated_by_user_id")));
            next[slot] = value;
        }

        record.Current = new RecordState(next, Math.Max(at, record.Current.Modified + 1));
    }
}
