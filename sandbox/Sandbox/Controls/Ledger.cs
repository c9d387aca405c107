using System.Text.Json;
using Dashboard.Sandbox.HubSpot.Wire;
using Dashboard.Sandbox.World;
using Dashboard.Sandbox.World.Events;
using Dashboard.Sandbox.World.Schema;

namespace Dashboard.Sandbox.Controls;

/// <summary>The ground truth for tests: every effect in order. Tokens themselves are left out.</summary>
public static class Ledger
{
    public static Answer After(SandboxWorld world, long after) => Answer.Json(200, json =>
    {
        json.WriteStartArray();
        foreach (var happened in world.LedgerAfter(after))
        {
            Write(json, happened);
        }

        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, WorldEvent happened)
    {
        json.WriteStartObject();
        json.WriteNumber("sequence", happened.Sequence);
        json.WriteString("time", Computed.Iso(happened.At));
        json.WriteNumber("portal", happened.Portal);
        json.WriteString("kind", Kind(happened));
        json.WriteString("method", happened.Method);
        json.WriteString("path", happened.Path);
        if (happened is RecordEvent record)
        {
            json.WriteString("objectType", record.ObjectType);
            json.WriteString("objectId", Computed.Number(record.ObjectId));
            json.WriteString("source", record.Source);
        }

        Details(json, happened);
        json.WriteEndObject();
    }

    private static string Kind(WorldEvent happened) => happened switch
    {
        PortalSeeded => "seeded",
        ClockMoved => "clock",
        RecordCreated => "create",
        RecordUpdated => "update",
        RecordArchived => "archive",
        RecordRestored => "restore",
        Associated => "associate",
        Dissociated => "dissociate",
        LabelDefined => "label",
        PropertyDefined => "property",
        PropertyArchived => "property-archived",
        SeriesSet => "series",
        CodeIssued => "code",
        CodeSpent => "code-spent",
        GrantMade => "grant",
        TokenRefreshed => "refresh",
        GrantRevoked => "revoke",
        _ => "uninstall",
    };

    private static void Details(Utf8JsonWriter json, WorldEvent happened)
    {
        switch (happened)
        {
            case RecordCreated created:
                Properties(json, created.Properties);
                break;
            case RecordUpdated updated:
                Properties(json, updated.Properties);
                break;
            case Associated added:
                Link(json, added.ToType, added.ToId, added.TypeIds);
                break;
            case Dissociated removed:
                Link(json, removed.ToType, removed.ToId, removed.TypeIds);
                break;
            case GrantMade made:
                json.WriteString("scopes", string.Join(' ', made.Scopes));
                break;
            case PortalSeeded seeded:
                json.WriteNumber("tasks", seeded.Tasks);
                break;
            default:
                break;
        }
    }

    private static void Properties(Utf8JsonWriter json, IReadOnlyDictionary<string, string?> properties)
    {
        json.WriteStartObject("properties");
        foreach (var (name, value) in properties)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
    }

    private static void Link(Utf8JsonWriter json, string type, long id, IReadOnlyList<int>? typeIds)
    {
        json.WriteString("toObjectType", type);
        json.WriteString("toObjectId", Computed.Number(id));
        json.WriteStartArray("typeIds");
        foreach (var typeId in typeIds ?? [])
        {
            json.WriteNumberValue(typeId);
        }

        json.WriteEndArray();
    }
}
