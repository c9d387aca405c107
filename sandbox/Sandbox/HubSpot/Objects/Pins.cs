using System.Globalization;
using Dashboard.Sandbox.HubSpot.Wire;
using Dashboard.Sandbox.World;
using Dashboard.Sandbox.World.Events;
using Dashboard.Sandbox.World.Records;

namespace Dashboard.Sandbox.HubSpot.Objects;

/// <summary>One pinned activity a record, and only one that is associated with it.</summary>
public static class Pins
{
    private const string Property = "hs_pinned_engagement_id";

    /// <param name="byHand">In HubSpot's own screens people pin notes and calls too, which this portal does not keep: any number that is no task stands for one.</param>
    public static Answer? Refuse(Portal portal, Dictionary<string, string?> values, Func<long, bool> associated, bool byHand = false)
    {
        if (values.GetValueOrDefault(Property) is not { } text)
        {
            return null;
        }

        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && (portal.Find(portal.Type("0-27"), id) is { } task ? !task.Archived && associated(id) : byHand)
            ? null
            : Refusals.Validation($"Engagement {text} cannot be pinned: it is not associated with this record.",
                [new Detail("The engagement is not associated with this record", "INVALID_PINNED_ENGAGEMENT", "propertyName", [Property])]);
    }

    /// <summary>Unpins the task from one record, or from all that it is associated with.</summary>
    public static void Drop(SandboxWorld world, Portal portal, Record task, Record? only, Author author, long now)
    {
        var id = task.Id.ToString(CultureInfo.InvariantCulture);
        var holders = only is not null ? [only] : task.Links.Select(link => portal.Find(link.To, link.ToId)).OfType<Record>().Distinct().ToList();
        foreach (var holder in holders.Where(holder => holder.Type.Find(Property, out var pin) && holder.Current.Value(pin.Slot) == id))
        {
            world.Commit(new RecordUpdated(holder.Type.Id, holder.Id, new Dictionary<string, string?> { [Property] = null })
            {
                Portal = portal.HubId, At = now, Method = author.Method, Path = author.Path, Source = author.Source,
            });
        }
    }
}
