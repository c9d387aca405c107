using Dashboard.Sandbox.World.Events;
using Dashboard.Sandbox.World.Records;
using Dashboard.Sandbox.World.Schema;

namespace Dashboard.Sandbox.World;

/// <summary>What an event does to the records of a portal. No rules here: they were decided before the event was made.</summary>
public static class RecordEffects
{
    public static void Apply(Portal portal, RecordEvent happened, long visibleAt)
    {
        var type = portal.Type(happened.ObjectType);
        var table = portal[type];
        if (happened is RecordCreated created)
        {
            var made = new Record(type, created.ObjectId, created.At, new RecordState(Values(type, created.Properties), created.At));
            table.Add(made);
            table.ShowLater(made, visibleAt);
        }
        else if (table.Find(happened.ObjectId) is { } record && Change(portal, record, happened))
        {
            table.ShowLater(record, visibleAt);
        }
    }

    /// <summary>Whether the record's own values changed; associations are seen by search at once.</summary>
    private static bool Change(Portal portal, Record record, RecordEvent happened)
    {
        switch (happened)
        {
            case RecordUpdated updated:
                RecordChange.Write(record, updated.Properties, updated.At, updated.Source, updated.SourceId);
                break;
            case RecordArchived:
                record.Current = record.Current.Archive(happened.At);
                break;
            case RecordRestored:
                record.Current = record.Current.Restore(happened.At);
                break;
            case Associated added:
                AddLinks(portal, record, added);
                return false;
            case Dissociated removed:
                RemoveLinks(portal, record, removed);
                return false;
            default:
                return false;
        }

        return true;
    }

    public static void AddLink(Portal portal, Record from, Record to, int typeId)
    {
        var type = portal.AssociationTypes.Find(from.Type.Id, to.Type.Id, typeId)!;
        from.AddLink(new Link(to.Type, to.Id, type.Id));
        to.AddLink(new Link(from.Type, from.Id, type.Inverse));
    }

    private static void AddLinks(Portal portal, Record from, Associated added)
    {
        if (portal.Find(portal.Type(added.ToType), added.ToId) is { } to)
        {
            foreach (var typeId in added.TypeIds)
            {
                AddLink(portal, from, to, typeId);
            }
        }
    }

    private static void RemoveLinks(Portal portal, Record from, Dissociated removed)
    {
        var to = portal.Find(portal.Type(removed.ToType), removed.ToId);
        var gone = from.Links.Where(link => link.To.Id == removed.ToType && link.ToId == removed.ToId
            && (removed.TypeIds is null || removed.TypeIds.Contains(link.TypeId))).ToList();
        foreach (var link in gone)
        {
            from.RemoveLink(link);
            if (to is not null && portal.AssociationTypes.Find(from.Type.Id, to.Type.Id, link.TypeId) is { } type)
            {
                to.RemoveLink(new Link(from.Type, from.Id, type.Inverse));
            }
        }
    }

    private static string?[] Values(ObjectType type, IReadOnlyDictionary<string, string?> properties)
    {
        var values = new string?[type.SlotCount];
        foreach (var (name, value) in properties)
        {
            values[type[name].Slot] = value;
        }

        return values;
    }
}
