using System.Diagnostics.CodeAnalysis;

namespace Dashboard.Sandbox.World.Schema;

/// <summary>One object type of a portal with its properties.</summary>
public sealed class ObjectType(string id, string name, string singular)
{
    private readonly Dictionary<string, PropertyDefinition> byName = new(StringComparer.Ordinal);
    private readonly List<PropertyDefinition> ordered = [];
    private int slots;

    /// <summary>Like <c>0-27</c>, or <c>2-7001</c> for a custom type.</summary>
    public string Id { get; } = id;

    /// <summary>The plural name in paths, like <c>tasks</c>; the fully qualified name for a custom type.</summary>
    public string Name { get; } = name;

    public string Singular { get; } = singular;

    public IReadOnlyList<string> Aliases { get; init; } = [];

    public required IReadOnlyList<string> DefaultProperties { get; init; }

    public required string ReadScope { get; init; }

    public required string WriteScope { get; init; }

    public required string CreatedProperty { get; init; }

    public required string ModifiedProperty { get; init; }

    public IReadOnlyList<string> QueryProperties { get; init; } = [];

    public IReadOnlyList<string> RequiredProperties { get; init; } = [];

    public required string DisplayProperty { get; init; }

    /// <summary>Where HubSpot puts the properties it comes with.</summary>
    public string Group => Id == "0-27" ? "task" : $"{Singular}information";

    public bool Custom => Id.StartsWith("2-", StringComparison.Ordinal);

    public IReadOnlyList<PropertyDefinition> Properties => ordered;

    public int SlotCount => slots;

    public PropertyDefinition this[string property] => byName[property];

    public void Add(PropertyDefinition property)
    {
        if (property.Compute is null)
        {
            property.Slot = slots++;
        }

        byName.Add(property.Name, property);
        ordered.Add(property);
    }

    /// <summary>The slots keep their values, which nothing reads any more.</summary>
    public void Remove(string property)
    {
        if (byName.Remove(property, out var gone))
        {
            ordered.Remove(gone);
        }
    }

    public bool Find(string property, [NotNullWhen(true)] out PropertyDefinition? found) => byName.TryGetValue(property, out found);

    public bool Answers(string typeInPath) =>
        string.Equals(typeInPath, Id, StringComparison.OrdinalIgnoreCase)
        || string.Equals(typeInPath, Name, StringComparison.OrdinalIgnoreCase)
        || string.Equals(typeInPath, Singular, StringComparison.OrdinalIgnoreCase)
        || Aliases.Contains(typeInPath, StringComparer.OrdinalIgnoreCase);
}
