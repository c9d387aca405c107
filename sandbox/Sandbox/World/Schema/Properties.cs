using Dashboard.Sandbox.World.Records;

namespace Dashboard.Sandbox.World.Schema;

/// <summary>Short ways to define properties, so that the lists of them read as lists.</summary>
public static class Properties
{
    public static PropertyDefinition Text(string name, string label, bool unique = false) => new(name, label, "string", "text") { Unique = unique };

    public static PropertyDefinition Html(string name, string label) => new(name, label, "string", "html");

    public static PropertyDefinition Moment(string name, string label) => new(name, label, "datetime", "date");

    public static PropertyDefinition Day(string name, string label) => new(name, label, "date", "date");

    public static PropertyDefinition Amount(string name, string label) => new(name, label, "number", "number");

    public static PropertyDefinition Flag(string name, string label) => new(name, label, "bool", "booleancheckbox")
    {
        Options = [new PropertyOption("true", "True"), new PropertyOption("false", "False")],
    };

    public static PropertyDefinition Choice(string name, string label, params (string Value, string Label)[] options) =>
        new(name, label, "enumeration", "select") { Options = [.. options.Select(option => new PropertyOption(option.Value, option.Label))] };

    public static PropertyDefinition OwnerOf(string name = "hubspot_owner_id", string label = "Assigned to") =>
        new(name, label, "enumeration", "select") { ReferencedType = "OWNER" };

    public static PropertyDefinition Set(string name, string label, string type = "string", string fieldType = "text") =>
        new(name, label, type, fieldType) { ReadOnly = true };

    public static PropertyDefinition From(string name, string label, string type, Func<ComputeInput, string?> compute, bool filterable = true) =>
        new(name, label, type, type switch { "number" => "number", "bool" => "booleancheckbox", "datetime" => "date", "enumeration" => "select", _ => "text" })
        {
            ReadOnly = true,
            Compute = compute,
            Filterable = filterable,
        };

    private static PropertyDefinition Keyed(string name, string label, string type, Func<ComputeInput, long> key, Func<long, string> format) =>
        new(name, label, type, type == "number" ? "number" : "date") { ReadOnly = true, Key = key, Compute = input => format(key(input)) };

    /// <summary>What every object type has.</summary>
    public static void AddCommon(ObjectType type)
    {
        type.Add(Keyed("hs_object_id", "Record ID", "number", input => input.Record.Id, Computed.Number));
        type.Add(Keyed(type.CreatedProperty, "Create date", "datetime", input => input.Record.Created, Computed.Iso));
        type.Add(Keyed(type.ModifiedProperty, "Last modified date", "datetime", input => input.State.Modified, Computed.Iso));
        type.Add(Set("hs_object_source", "Record source"));
        type.Add(Set("hs_object_source_id", "Record source ID"));
        type.Add(Set("hs_object_source_label", "Record source label"));
        type.Add(Set("hs_created_by_user_id", "Created by user ID", "number", "number"));
        type.Add(Set("hs_updated_by_user_id", "Updated by user ID", "number", "number"));
        if (type.Id != "0-27")
        {
            type.Add(Amount("hs_pinned_engagement_id", "Pinned engagement ID"));
            type.Add(OwnerOf(label: "Owner"));
        }
    }
}
