using System.Text.Json;

namespace Dashboard.UnitTests.Sandbox.Contract;

/// <summary>The structure of one of HubSpot's published interface documents: addresses, parameters, fields, enums.</summary>
internal sealed class Digest
{
    /// <summary>What guides and recorded answers show beyond the documents (FACTS 2.4, 4, 5, 8): nothing else may differ.</summary>
    private const string Known = """
        {
          "SortRule": {"propertyName*": "string", "direction*": "string enum(ASCENDING|DESCENDING)"},
          "RateLimit": {"status*": "string", "message*": "string", "errorType*": "string enum(RATE_LIMIT)", "correlationId*": "string", "policyName*": "string enum(DAILY|SECONDLY|TEN_SECONDLY_ROLLING)", "groupName": "string", "requestId": "string"},
          "OAuthError": {"error*": "string", "error_description*": "string", "status*": "string", "message*": "string"}
        }
        """;

    private readonly Dictionary<string, Dictionary<string, string>> schemas = [];

    public List<Operation> Operations { get; } = [];

    public static Digest Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        using var known = JsonDocument.Parse(Known);
        var digest = new Digest();
        foreach (var schema in document.RootElement.GetProperty("schemas").EnumerateObject().Concat(known.RootElement.EnumerateObject()))
        {
            digest.Add(schema.Name, schema.Value);
        }

        digest.Stand("TokenResponseIF", "AccessTokenResponse");
        digest.Stand("TokenInfoResponseBaseIF", "PublicAccessTokenInfoResponse");
        digest.Amend("Error", "status", "string");
        digest.Amend("PublicObjectSearchRequest", "sorts*", "[SortRule]");
        digest.Operations.AddRange(document.RootElement.GetProperty("operations").EnumerateArray().Select(one => Operation.Read(digest, one)));
        return digest;
    }

    /// <summary>Field and type; a star at the end of the name marks those that answers must have. Null for a name that is no schema.</summary>
    public Dictionary<string, string>? Schema(string name) => schemas.GetValueOrDefault(name);

    public string Add(string name, JsonElement fields)
    {
        schemas[name] = fields.EnumerateObject().ToDictionary(field => field.Name, field => field.Value.GetString()!);
        return name;
    }

    /// <summary>A base without fields stands for the one of its kinds that the product asks for.</summary>
    private void Stand(string empty, string full)
    {
        if (schemas.ContainsKey(empty) && schemas.TryGetValue(full, out var fields))
        {
            schemas[empty] = fields;
        }
    }

    private void Amend(string schema, string field, string type)
    {
        if (schemas.TryGetValue(schema, out var fields))
        {
            fields[field] = type;
        }
    }
}
