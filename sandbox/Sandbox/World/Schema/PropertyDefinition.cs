using Dashboard.Sandbox.World.Records;

namespace Dashboard.Sandbox.World.Schema;

public sealed record PropertyOption(string Value, string Label);

/// <summary>What a computed property may look at.</summary>
public readonly record struct ComputeInput(Portal Portal, Record Record, RecordState State, long Now);

/// <summary>
/// One property of an object type: stored in a slot of the record, or computed when it is read.
/// See https://developers.hubspot.com/docs/api-reference/latest/crm/properties/guide
/// </summary>
public sealed class PropertyDefinition(string name, string label, string type, string fieldType)
{
    public string Name { get; } = name;

    public string Label { get; } = label;

    /// <summary>bool, date, datetime, enumeration, number, phone_number, string or json.</summary>
    public string Type { get; } = type;

    public string FieldType { get; } = fieldType;

    public string Group { get; init; } = "";

    public string Description { get; init; } = "";

    public IReadOnlyList<PropertyOption> Options { get; init; } = [];

    public bool ReadOnly { get; init; }

    public bool Calculated => Compute is not null;

    public bool HubSpotDefined { get; init; } = true;

    public bool Unique { get; init; }

    public bool Hidden { get; init; }

    /// <summary>Milliseconds; HubSpot's own are older than any portal.</summary>
    public long? Created { get; init; }

    /// <summary>The options live elsewhere: owners, queues.</summary>
    public string? ReferencedType { get; init; }

    public bool Filterable { get; init; } = true;

    /// <summary>Several values joined by a semicolon.</summary>
    public bool Multiple => FieldType == "checkbox";

    /// <summary>The place in <see cref="RecordState"/>, or -1 when computed. Set when the type takes the property in.</summary>
    public int Slot { get; set; } = -1;

    public Func<ComputeInput, string?>? Compute { get; init; }

    /// <summary>The value as a number (milliseconds for dates), for those computed ones that searches run over most.</summary>
    public Func<ComputeInput, long>? Key { get; init; }

    public string? Read(ComputeInput input) => Compute is null ? input.State.Value(Slot) : Compute(input);
}
