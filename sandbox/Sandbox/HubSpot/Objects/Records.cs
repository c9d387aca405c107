using System.Globalization;
using Dashboard.Sandbox.HubSpot.Wire;
using Dashboard.Sandbox.World.Records;
using Dashboard.Sandbox.World.Schema;

namespace Dashboard.Sandbox.HubSpot.Objects;

/// <summary>Finds records the ways callers name them.</summary>
public static class Records
{
    public static Record? ByUnique(Portal portal, ObjectType type, PropertyDefinition property, string value)
    {
        var table = portal[type];
        for (var i = 0; i < table.Count; i++)
        {
            if (!table[i].Archived && string.Equals(table[i].Current.Value(property.Slot), value, StringComparison.OrdinalIgnoreCase))
            {
                return table[i];
            }
        }

        return null;
    }

    public static Answer? BadIdProperty(ObjectType type, string? name) =>
        name is null or "hs_object_id" || (type.Find(name, out var property) && property.Unique)
            ? null
            : Refusals.Validation($"idProperty {name} is not a unique property of {type.Id}");

    /// <param name="idProperty">A property with unique values, or null for the record id.</param>
    public static Record? Find(Portal portal, ObjectType type, string id, string? idProperty)
    {
        if (idProperty is not (null or "hs_object_id"))
        {
            return type.Find(idProperty, out var property) && property.Unique ? ByUnique(portal, type, property, id) : null;
        }

        return long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? portal.Find(type, number) : null;
    }
}
