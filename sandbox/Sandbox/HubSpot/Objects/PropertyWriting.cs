using System.Globalization;
using System.Text.Json;
using Dashboard.Sandbox.HubSpot.Wire;
using Dashboard.Sandbox.World.Records;
using Dashboard.Sandbox.World.Schema;

namespace Dashboard.Sandbox.HubSpot.Objects;

public sealed record PropertyProblem(string Property, string Code, string Message);

/// <summary>
/// Checks written values and brings them to the form they are stored in. An empty string clears. What HubSpot does with JSON null is not
/// written down, so it is refused here: no client may lean on it.
/// </summary>
public sealed class PropertyWriting(Portal portal, ObjectType type, bool lenient)
{
    /// <summary>About the year 8800 either way, in milliseconds; in whichever form a moment is written.</summary>
    private const long FarthestMoment = 216_000_000_000_000;

    private readonly List<PropertyProblem> problems = [];

    public Dictionary<string, string?> Values { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<PropertyProblem> Problems => problems;

    public void Read(JsonElement properties, Record? existing)
    {
        foreach (var entry in properties.EnumerateObject())
        {
            if (entry.Value.ValueKind is JsonValueKind.Null or JsonValueKind.Object or JsonValueKind.Array)
            {
                Refuse(entry.Name, "INVALID_VALUE", $"Property \"{entry.Name}\" needs a text, a number or a boolean; an empty text clears it.");
            }
            else
            {
                Take(entry.Name, entry.Value.ValueKind == JsonValueKind.String ? entry.Value.GetString()! : entry.Value.GetRawText(), existing);
            }
        }
    }

    /// <summary>The body of HubSpot's answer to bad values; its message carries the problems once more as JSON text.</summary>
    public Answer Refuse()
    {
        var listed = JsonSerializer.Serialize(problems.Select(problem => new
        {
            isValid = false,
            message = problem.Message,
            error = problem.Code,
            name = problem.Property,
            localizedErrorMessage = problem.Message,
            portalId = portal.HubId,
        }), Relaxed);
        return Refusals.Validation($"Property values were not valid: {listed}",
            [.. problems.Select(problem => new Detail(problem.Message, problem.Code, "propertyName", [problem.Property]))]);
    }

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private void Take(string name, string text, Record? existing)
    {
        if (!type.Find(name, out var property))
        {
            Refuse(name, "PROPERTY_DOESNT_EXIST", $"Property \"{name}\" does not exist");
        }
        else if (property.ReadOnly)
        {
            Refuse(name, "READ_ONLY_VALUE", $"\"{name}\" is a read only property; its value cannot be set.");
        }
        else if (text.Length == 0)
        {
            Values[name] = null;
        }
        else
        {
            Values[name] = Normal(property, text, existing);
        }
    }

    public void Refuse(string name, string code, string message)
    {
        if (!lenient || code is not ("PROPERTY_DOESNT_EXIST" or "READ_ONLY_VALUE"))
        {
            problems.Add(new PropertyProblem(name, code, message));
        }
    }

    private string? Normal(PropertyDefinition property, string text, Record? existing) => property.Type switch
    {
        "datetime" => Moment(property, text),
        "date" => Moment(property, text)?[..10],
        "number" => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? text : Wrong(property, "INVALID_LONG", $"{text} was not a valid number."),
        "bool" => text.ToLowerInvariant() is "true" or "false" ? text.ToLowerInvariant() : Wrong(property, "INVALID_BOOLEAN", $"{text} was not a valid boolean."),
        "enumeration" => Option(property, text, existing),
        _ => Limited(property, text, existing),
    };

    private string? Wrong(PropertyDefinition property, string code, string message)
    {
        Refuse(property.Name, code, message);
        return null;
    }

    private string? Moment(PropertyDefinition property, string text)
    {
        long? moment = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds) ? milliseconds
            : text.Length >= 10 && char.IsAsciiDigit(text[0]) ? Computed.Milliseconds(text)
            : null;
        return moment is { } fit && Math.Abs(fit) < FarthestMoment
            ? Computed.Iso(fit)
            : Wrong(property, "INVALID_DATE", $"{text} was not a valid date.");
    }

    private string? Option(PropertyDefinition property, string text, Record? existing)
    {
        if (property.ReferencedType == "OWNER")
        {
            return portal.ActiveOwner(text) is not null ? text : Wrong(property, "INVALID_OPTION", $"{text} was not one of the allowed options: [owners of account {portal.HubId}]");
        }

        if (property.ReferencedType is not null)
        {
            return text.Split(';').All(id => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out _)) ? text : Wrong(property, "INVALID_OPTION", $"{text} was not one of the allowed options: [ids]");
        }

        if (property.Multiple)
        {
            var before = text.StartsWith(';') ? existing?.Current.Value(property.Slot) : null;
            text = string.Join(';', $"{before};{text}".Split(';', StringSplitOptions.RemoveEmptyEntries).Distinct());
        }

        var unknown = text.Split(property.Multiple ? ';' : '\0').FirstOrDefault(value => !property.Options.Any(option => option.Value == value));
        return unknown is null ? text : Wrong(property, "INVALID_OPTION",
            $"{unknown} was not one of the allowed options: [{string.Join(", ", property.Options.Select(option => option.Value))}]");
    }

    private string? Limited(PropertyDefinition property, string text, Record? existing)
    {
        if (text.Length > 65_536)
        {
            return Wrong(property, "INVALID_STRING", $"{property.Name} is longer than 65536 characters.");
        }

        if (property.Name == "hs_task_reminders" && text.Split(';').Any(part => !long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
        {
            return Wrong(property, "INVALID_LONG", $"{text} was not a valid long.");
        }

        if (property.Name == "email" && (!text.Contains('@', StringComparison.Ordinal) || text.Contains(' ', StringComparison.Ordinal)))
        {
            return Wrong(property, "INVALID_EMAIL", $"Email address {text} is invalid");
        }

        if (property.Unique && Records.ByUnique(portal, type, property, text) is { } holder && !ReferenceEquals(holder, existing))
        {
            return Wrong(property, "CONFLICTING_UNIQUE_VALUE", $"{holder.Id} already has that value.");
        }

        return text;
    }
}
