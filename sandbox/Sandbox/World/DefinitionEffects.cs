using Dashboard.Sandbox.World.Events;
using Dashboard.Sandbox.World.Records;
using Dashboard.Sandbox.World.Schema;

namespace Dashboard.Sandbox.World;

/// <summary>What an event does to the definitions of a portal.</summary>
public static class DefinitionEffects
{
    public static void Apply(Portal portal, WorldEvent happened)
    {
        switch (happened)
        {
            case LabelDefined { Removed: true } label:
                RemoveLinks(portal, label.From, label.To, label.Id);
                RemoveLinks(portal, label.To, label.From, label.Inverse);
                portal.AssociationTypes.Remove(label.From, label.To, label.Id);
                break;
            case LabelDefined label:
                portal.AssociationTypes.Add(label.From, label.To, label.Id, label.Inverse, label.Name, label.Name, label.Label, "USER_DEFINED");
                break;
            case PropertyDefined property:
                portal.Type(property.ObjectType).Add(new PropertyDefinition(property.Name, property.Label, property.Type, property.FieldType)
                {
                    HubSpotDefined = false,
                    Group = property.Group,
                    Unique = property.Unique,
                    Hidden = property.Hidden,
                    Created = property.At,
                    Options = [.. property.Options.Select(option => new PropertyOption(option.Key, option.Value))],
                });
                break;
            case PropertyArchived archived:
                portal.Type(archived.ObjectType).Remove(archived.Name);
                break;
            case SeriesSet { Series: { } series } begun:
                portal.Series[begun.TaskId] = series;
                break;
            case SeriesSet ended:
                portal.Series.Remove(ended.TaskId);
                break;
            default:
                break;
        }
    }

    private static void RemoveLinks(Portal portal, string from, string to, int typeId)
    {
        var table = portal[portal.Type(from)];
        for (var i = 0; i < table.Count; i++)
        {
            foreach (var link in table[i].Links.Where(link => link.To.Id == to && link.TypeId == typeId))
            {
                table[i].RemoveLink(link);
            }
        }
    }
}
