using Dashboard.Sandbox.World;
using Dashboard.Sandbox.World.Events;

namespace Dashboard.Sandbox.Webhooks;

/// <summary>
/// From an effect to the events an app with every generic subscription is told of.
/// https://developers.hubspot.com/docs/api-reference/latest/webhooks/guide
/// </summary>
public static class WebhookEvents
{
    private const int AppId = 1001;

    /// <summary>HubSpot offers no subscription to these.</summary>
    private static readonly string[] Untold = ["hs_lastmodifieddate", "hs_updated_by_user_id"];

    public static IEnumerable<Dictionary<string, object?>> Of(WorldEvent happened, long? eventId) => happened switch
    {
        RecordCreated created => [Event(created, "object.creation", 1, eventId, ("changeFlag", "NEW"))],
        RecordArchived archived => [Event(archived, "object.deletion", 2, eventId, ("changeFlag", "DELETED"))],
        RecordRestored restored => [Event(restored, "object.restore", 3, eventId, ("changeFlag", "RESTORED"))],
        RecordUpdated updated => updated.Properties.Where(p => !Untold.Contains(p.Key)).Select((p, i) =>
            Event(updated, "object.propertyChange", 10 + i, eventId, ("propertyName", p.Key), ("propertyValue", p.Value ?? ""))),
        Associated added => Both(added, added.ToType, added.ToId, added.TypeIds, false, eventId),
        Dissociated removed => Both(removed, removed.ToType, removed.ToId, removed.TypeIds ?? [], true, eventId),
        _ => [],
    };

    /// <summary>An association is told of from both its ends.</summary>
    private static IEnumerable<Dictionary<string, object?>> Both(RecordEvent happened, string toType, long toId, IReadOnlyList<int> types, bool removed, long? eventId)
    {
        Dictionary<string, object?> One(string fromType, long fromId, string otherType, long otherId, int subscription)
        {
            var told = Event(
                happened, "object.associationChange", subscription, eventId,
                ("fromObjectId", fromId), ("toObjectId", otherId), ("fromObjectTypeId", fromType), ("toObjectTypeId", otherType),
                ("associationTypeId", types.Count == 0 ? 0 : types[0]), ("associationRemoved", removed), ("isPrimaryAssociation", false));
            told.Remove("objectId");
            told.Remove("objectTypeId");
            return told;
        }

        return [One(happened.ObjectType, happened.ObjectId, toType, toId, 4), One(toType, toId, happened.ObjectType, happened.ObjectId, 5)];
    }

    private static Dictionary<string, object?> Event(RecordEvent happened, string type, int subscription, long? eventId, params (string Name, object? Value)[] more)
    {
        var told = new Dictionary<string, object?>
        {
            ["eventId"] = eventId ?? happened.Sequence,
            ["subscriptionId"] = subscription,
            ["portalId"] = happened.Portal,
            ["appId"] = AppId,
            ["occurredAt"] = happened.At,
            ["subscriptionType"] = type,
            ["attemptNumber"] = 0,
            ["objectId"] = happened.ObjectId,
            ["objectTypeId"] = happened.ObjectType,
            ["changeSource"] = happened.Source,
            ["sourceId"] = happened.SourceId,
        };
        foreach (var (name, value) in more)
        {
            told[name] = value;
        }

        return told;
    }
}
