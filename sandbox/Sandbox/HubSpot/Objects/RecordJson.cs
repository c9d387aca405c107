using System.Text.Json;
using Dashboard.Sandbox.HubSpot.Wire;
using Dashboard.Sandbox.World.Records;
using Dashboard.Sandbox.World.Schema;

namespace Dashboard.Sandbox.HubSpot.Objects;

/// <summary>What of a record the caller wants to see.</summary>
public sealed record Selection(IReadOnlyList<PropertyDefinition> Properties, IReadOnlyList<PropertyDefinition> History, IReadOnlyList<ObjectType> Associations)
{
    /// <summary>Every property that has a value, as answers to writes show them.</summary>
    public bool AllFilled { get; init; }

    public static Selection Of(Portal portal, ObjectType type, IReadOnlyList<string> properties, IReadOnlyList<string>? history = null, IReadOnlyList<string>? associations = null)
    {
        IEnumerable<string> names = properties.Count == 0 ? type.DefaultProperties : [type.CreatedProperty, type.ModifiedProperty, "hs_object_id", .. properties];
        return new Selection(Known(type, names), Known(type, history ?? []),
            [.. (associations ?? []).Select(name => portal.FindType(name, out var found) ? found : null).OfType<ObjectType>().Distinct()]);
    }

    public static Answer? UnknownKind(Call call) =>
        call.QueryList("associations").FirstOrDefault(name => !call.Portal.FindType(name, out _)) is { } unknown ? Refusals.UnknownType(unknown) : null;

    public static Selection Written(ObjectType type) => new(type.Properties, [], []) { AllFilled = true };

    /// <summary>Names without a definition are left out silently, as HubSpot does on reading.</summary>
    private static List<PropertyDefinition> Known(ObjectType type, IEnumerable<string> names) =>
        [.. names.Distinct(StringComparer.Ordinal).Select(name => type.Find(name, out var property) ? property : null).OfType<PropertyDefinition>().OrderBy(property => property.Name, StringComparer.Ordinal)];
}

public static class RecordJson
{
    public static void Write(Utf8JsonWriter json, Portal portal, Record record, RecordState state, Selection selection, long now, string? traceId = null, bool? isNew = null)
    {
        var input = new ComputeInput(portal, record, state, now);
        json.WriteStartObject();
        json.WriteString("id", Computed.Number(record.Id));
        WriteProperties(json, input, selection);
        json.WriteString("createdAt", Computed.Iso(record.Created));
        json.WriteString("updatedAt", Computed.Iso(state.Modified));
        json.WriteBoolean("archived", state.Archived is not null);
        if (state.Archived is { } archived)
        {
            json.WriteString("archivedAt", Computed.Iso(archived));
        }

        WriteHistory(json, record, input, selection.History);
        WriteAssociations(json, portal, record, selection.Associations);
        if (traceId is not null)
        {
            json.WriteString("objectWriteTraceId", traceId);
        }

        if (isNew is { } fresh)
        {
            json.WriteBoolean("new", fresh);
        }

        json.WriteString("url", $"https://{portal.UiDomain}/contacts/{portal.HubId}/record/{record.Type.Id}/{record.Id}");
        json.WriteEndObject();
    }

    private static void WriteProperties(Utf8JsonWriter json, ComputeInput input, Selection selection)
    {
        json.WriteStartObject("properties");
        foreach (var property in selection.Properties)
        {
            var value = property.Read(input);
            if (value is not null || !selection.AllFilled)
            {
                json.WriteString(property.Name, value);
            }
        }

        json.WriteEndObject();
    }

    private static void WriteHistory(Utf8JsonWriter json, Record record, ComputeInput input, IReadOnlyList<PropertyDefinition> properties)
    {
        if (properties.Count == 0)
        {
            return;
        }

        json.WriteStartObject("propertiesWithHistory");
        foreach (var property in properties)
        {
            json.WriteStartArray(property.Name);
            var versions = record.History?.Where(version => version.Property == property.Name).Reverse().ToList() ?? [];
            if (versions.Count == 0 && property.Read(input) is { } only)
            {
                versions.Add(new PropertyVersion(property.Name, only, record.Created, input.State.Value(record.Type["hs_object_source"].Slot) ?? "INTEGRATION", null));
            }

            foreach (var version in versions)
            {
                WriteVersion(json, version);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteVersion(Utf8JsonWriter json, PropertyVersion version)
    {
        json.WriteStartObject();
        json.WriteString("value", version.Value ?? "");
        json.WriteString("timestamp", Computed.Iso(version.At));
        json.WriteString("sourceType", version.Source);
        if (version.SourceId is not null)
        {
            json.WriteString("sourceId", version.SourceId);
        }

        if (long.TryParse(version.UserId, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var user))
        {
            json.WriteNumber("updatedByUserId", user);
        }

        json.WriteEndObject();
    }

    private static void WriteAssociations(Utf8JsonWriter json, Portal portal, Record record, IReadOnlyList<ObjectType> types)
    {
        var begun = false;
        foreach (var type in types)
        {
            var links = portal.LiveLinks(record, type);
            if (links.Count == 0)
            {
                continue;
            }

            if (!begun)
            {
                json.WriteStartObject("associations");
                begun = true;
            }

            json.WriteStartObject(type.Name);
            json.WriteStartArray("results");
            foreach (var link in links)
            {
                json.WriteStartObject();
                json.WriteString("id", Computed.Number(link.ToId));
                json.WriteString("type", portal.AssociationTypes.Find(record.Type.Id, type.Id, link.TypeId)?.Name ?? Computed.Number(link.TypeId));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        if (begun)
        {
            json.WriteEndObject();
        }
    }
}
