using Dashboard.Sandbox.World.Schema;

namespace Dashboard.Sandbox.World.Records;

/// <summary>The values of a record at one moment. Never changed: a write makes a new one, so readers need no lock.</summary>
public sealed class RecordState(string?[] values, long modified, long? archived = null)
{
    /// <summary>Milliseconds since 1970.</summary>
    public long Modified { get; } = modified;

    /// <summary>When the record went to the recycling bin, or null.</summary>
    public long? Archived { get; } = archived;

    public string? Value(int slot) => slot >= 0 && slot < values.Length ? values[slot] : null;

    public string?[] Copy(int slots)
    {
        var copy = new string?[Math.Max(slots, values.Length)];
        values.CopyTo(copy, 0);
        return copy;
    }

    public RecordState Archive(long at) => new(values, Math.Max(at, Modified + 1), at);

    public RecordState Restore(long at) => new(values, Math.Max(at, Modified + 1));
}

/// <summary>One end of an association as seen from the record that holds it.</summary>
public readonly record struct Link(ObjectType To, long ToId, int TypeId);

public readonly record struct PropertyVersion(string Property, string? Value, long At, string Source, string? SourceId, string? UserId = null);

/// <summary>One CRM record. <see cref="Indexed"/> is what search sees, which lags behind.</summary>
public sealed class Record(ObjectType type, long id, long created, RecordState state)
{
    public ObjectType Type { get; } = type;

    public long Id { get; } = id;

    public long Created { get; } = created;

    public RecordState Current { get; set; } = state;

    public RecordState? Indexed { get; set; }

    /// <summary>Replaced as a whole by each change: search reads it without the lock.</summary>
    public Link[] Links { get; private set; } = [];

    public List<PropertyVersion>? History { get; set; }

    public bool Archived => Current.Archived is not null;

    public void AddLink(Link link)
    {
        if (!Links.Contains(link))
        {
            Links = [.. Links, link];
        }
    }

    public void RemoveLink(Link link) => Links = [.. Links.Where(other => other != link)];
}
