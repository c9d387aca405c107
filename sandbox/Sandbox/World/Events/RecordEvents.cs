namespace Dashboard.Sandbox.World.Events;

public abstract record RecordEvent(string ObjectType, long ObjectId) : WorldEvent
{
    /// <summary>INTEGRATION for the API, CRM_UI for a colleague in HubSpot's own screens.</summary>
    public string Source { get; init; } = "INTEGRATION";

    public string? SourceId { get; init; }
}

public sealed record RecordCreated(string ObjectType, long ObjectId, IReadOnlyDictionary<string, string?> Properties) : RecordEvent(ObjectType, ObjectId);

/// <param name="Properties">Every stored value that changes, the consequences included.</param>
public sealed record RecordUpdated(string ObjectType, long ObjectId, IReadOnlyDictionary<string, string?> Properties) : RecordEvent(ObjectType, ObjectId);

public sealed record RecordArchived(string ObjectType, long ObjectId) : RecordEvent(ObjectType, ObjectId);

public sealed record RecordRestored(string ObjectType, long ObjectId) : RecordEvent(ObjectType, ObjectId);

public sealed record Associated(string ObjectType, long ObjectId, string ToType, long ToId, IReadOnlyList<int> TypeIds) : RecordEvent(ObjectType, ObjectId);

/// <param name="TypeIds">Null when every association of the pair goes.</param>
public sealed record Dissociated(string ObjectType, long ObjectId, string ToType, long ToId, IReadOnlyList<int>? TypeIds) : RecordEvent(ObjectType, ObjectId);

public sealed record LabelDefined(string From, string To, int Id, int Inverse, string Name, string? Label, string? InverseLabel, bool Removed) : WorldEvent;

public sealed record PropertyDefined(string ObjectType, string Name, string Label, string Type, string FieldType, string Group, IReadOnlyDictionary<string, string> Options, bool Unique) : WorldEvent
{
    public bool Hidden { get; init; }
}

/// <summary>A definition goes to the archive; its values go with it.</summary>
public sealed record PropertyArchived(string ObjectType, string Name) : WorldEvent;
