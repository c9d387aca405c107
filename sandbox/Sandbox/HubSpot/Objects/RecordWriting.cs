using System.Globalization;
using System.Text.Json;
using Dashboard.Sandbox.HubSpot.Wire;
using Dashboard.Sandbox.World;
using Dashboard.Sandbox.World.Events;
using Dashboard.Sandbox.World.Records;
using Dashboard.Sandbox.World.Schema;

namespace Dashboard.Sandbox.HubSpot.Objects;

/// <summary>A write that passed all checks and waits to be committed; a batch commits only when all its inputs passed.</summary>
public sealed record PreparedWrite(Func<Record> Commit);

/// <summary>Who writes: the app by API, or a person in HubSpot's own screens.</summary>
public sealed record Author(string Source, string? SourceId, long UserId, string Method, string Path)
{
    public static Author Of(Call call) => new("INTEGRATION", "1001", call.Grant.UserId, call.Method, call.Path);
}

/// <summary>Checks and prepares creates and updates.</summary>
public sealed class RecordWriting(SandboxWorld world, Portal portal, Author author, bool lenient, long now)
{
    public RecordWriting(Call call) : this(call.World, call.Portal, Author.Of(call), call.Switches.LenientProperties, call.Now)
    {
    }

    public (PreparedWrite? Write, Answer? Refused) Create(ObjectType type, JsonElement input)
    {
        var (values, refused) = Check(type, input, null);
        if (values is null)
        {
            return (null, refused);
        }

        var missing = type.RequiredProperties.Where(name => values.GetValueOrDefault(name) is null).ToList();
        if (missing.Count > 0)
        {
            return (null, Refusals.Validation($"Error creating {type.Singular.ToUpperInvariant()}. Some required properties were not set.", contextName: "properties", contextValues: missing));
        }

        var (links, badLink) = RequestedLinks.Read(portal, type, Property(input, "associations"));
        if (links is null)
        {
            return (null, badLink);
        }

        if (Pins.Refuse(portal, values, link => links.Any(requested => requested.To.Id == link)) is { } badPin)
        {
            return (null, badPin);
        }

        Stamp(values, creating: true);
        return (new PreparedWrite(() => CommitCreate(type, values, links)), null);
    }

    public (PreparedWrite? Write, Answer? Refused) Update(Record record, JsonElement input)
    {
        var (values, refused) = Check(record.Type, input, record);
        if (values is null)
        {
            return (null, refused);
        }

        if (Pins.Refuse(portal, values, id => Array.Exists(record.Links, link => link.To.Id == "0-27" && link.ToId == id), byHand: author.Source == "CRM_UI") is { } badPin)
        {
            return (null, badPin);
        }

        if (values.Count > 0)
        {
            Stamp(values, creating: false);
        }

        return (new PreparedWrite(() => CommitUpdate(record, values)), null);
    }

    public void Archive(Record record)
    {
        if (record.Archived)
        {
            return;
        }

        world.Commit(new RecordArchived(record.Type.Id, record.Id) { Portal = portal.HubId, At = now, Method = author.Method, Path = author.Path, Source = author.Source });
        if (record.Type.Id == "0-27")
        {
            Pins.Drop(world, portal, record, null, author, now);
        }
    }

    /// <summary>Out of the recycling bin, as a person does it in HubSpot's own screens.</summary>
    public void Restore(Record record)
    {
        if (record.Archived)
        {
            world.Commit(new RecordRestored(record.Type.Id, record.Id) { Portal = portal.HubId, At = now, Method = author.Method, Path = author.Path, Source = author.Source });
        }
    }

    private (Dictionary<string, string?>? Values, Answer? Refused) Check(ObjectType type, JsonElement input, Record? existing)
    {
        var properties = Property(input, "properties");
        if (properties.ValueKind != JsonValueKind.Object)
        {
            return (null, Refusals.Validation("Invalid input JSON: Some required fields were not set: [properties]"));
        }

        if (existing is not null && !properties.EnumerateObject().Any())
        {
            return (null, Refusals.Validation("No properties found to update, please provide at least one."));
        }

        var writing = new PropertyWriting(portal, type, lenient);
        writing.Read(properties, existing);
        if (writing.Problems.Count > 0)
        {
            return (null, writing.Refuse());
        }

        if (type.Id == "0-27")
        {
            TaskRules.Derive(type, existing, writing.Values, now);
        }

        foreach (var missing in portal.Rules.Where(rule => type.Answers(rule.ObjectType)).SelectMany(rule => rule.Missing(writing.Values, name => Held(type, existing, name))).Distinct())
        {
            writing.Refuse(missing, "REQUIRED_FIELD", $"Property \"{missing}\" is required by a rule of this account.");
        }

        return writing.Problems.Count > 0 ? (null, writing.Refuse()) : (writing.Values, null);
    }

    private static string? Held(ObjectType type, Record? existing, string name) =>
        existing is not null && type.Find(name, out var property) ? existing.Current.Value(property.Slot) : null;

    private void Stamp(Dictionary<string, string?> values, bool creating)
    {
        var user = author.UserId.ToString(CultureInfo.InvariantCulture);
        values["hs_updated_by_user_id"] = user;
        if (creating)
        {
            values["hs_created_by_user_id"] = user;
            values["hs_object_source"] = author.Source;
            values["hs_object_source_label"] = author.Source;
            values["hs_object_source_id"] = author.SourceId;
        }
    }

    private Record CommitCreate(ObjectType type, Dictionary<string, string?> values, IReadOnlyList<RequestedLink> links)
    {
        var id = portal[type].NextId + 13;
        world.Commit(new RecordCreated(type.Id, id, values)
        {
            Portal = portal.HubId, At = now, Method = author.Method, Path = author.Path, Source = author.Source, SourceId = author.SourceId,
        });
        foreach (var link in links)
        {
            world.Commit(new Associated(type.Id, id, link.To.Type.Id, link.To.Id, link.TypeIds) { Portal = portal.HubId, At = now, Method = author.Method, Path = author.Path });
        }

        return portal.Find(type, id)!;
    }

    private Record CommitUpdate(Record record, Dictionary<string, string?> values)
    {
        if (values.Count > 0)
        {
            world.Commit(new RecordUpdated(record.Type.Id, record.Id, values)
            {
                Portal = portal.HubId, At = now, Method = author.Method, Path = author.Path, Source = author.Source, SourceId = author.SourceId,
            });
        }

        return record;
    }

    private static JsonElement Property(JsonElement input, string name) =>
        input.ValueKind == JsonValueKind.Object && input.TryGetProperty(name, out var value) ? value : default;
}
