using System.Text.Json;

namespace Dashboard.Sandbox.HubSpot.Wire;

/// <summary>One entry of <c>errors</c> in an error body.</summary>
public sealed record Detail(string Message, string? Code = null, string? ContextName = null, IReadOnlyList<string>? ContextValues = null);

/// <summary>Error bodies, see https://developers.hubspot.com/docs/api-reference/error-handling</summary>
public static class Refusals
{
    public const string AuthenticationMissing = "Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview";

    public static Answer Error(
        int status, string category, string message, IReadOnlyList<Detail>? errors = null, string? contextName = null, IReadOnlyList<string>? contextValues = null) =>
        Answer.Json(status, json =>
        {
            json.WriteStartObject();
            json.WriteString("status", "error");
            json.WriteString("message", message);
            json.WriteString("correlationId", Guid.NewGuid());
            Context(json, contextName, contextValues);
            Errors(json, errors);
            json.WriteString("category", category);
            json.WriteEndObject();
        });

    public static Answer Validation(string message, IReadOnlyList<Detail>? errors = null, string? contextName = null, IReadOnlyList<string>? contextValues = null) =>
        Error(400, "VALIDATION_ERROR", message, errors, contextName, contextValues);

    public static Answer NotFound(string message = "resource not found") => Error(404, "OBJECT_NOT_FOUND", message);

    public static Answer UnknownType(string type) => Validation($"Unable to infer object type from: {type}");

    public static Answer MethodNotAllowed() => Error(405, "VALIDATION_ERROR", "HTTP 405 Method Not Allowed");

    public static Answer Unauthenticated() => Error(401, "INVALID_AUTHENTICATION", AuthenticationMissing);

    public static Answer Expired(long expiredAt, long now) =>
        Error(401, "EXPIRED_AUTHENTICATION", $"The OAuth token used to make this call expired {Ago((now - expiredAt) / 1000)} ago.",
            contextName: "expire time", contextValues: [World.Schema.Computed.Iso(expiredAt)]);

    public static Answer MissingScopes(IReadOnlyList<string> required) => Answer.Json(403, json =>
    {
        json.WriteStartObject();
        json.WriteString("status", "error");
        json.WriteString("message", "This app hasn't been granted all required scopes to make this call. Read more about required scopes here: https://developers.hubspot.com/scopes.");
        json.WriteString("correlationId", Guid.NewGuid());
        Errors(json, [new Detail("One or more of the following scopes are required.", null, "requiredGranularScopes", required)]);
        json.WriteStartObject("links");
        json.WriteString("scopes", "https://developers.hubspot.com/scopes");
        json.WriteEndObject();
        json.WriteString("category", "MISSING_SCOPES");
        json.WriteEndObject();
    });

    /// <param name="policy">DAILY, TEN_SECONDLY_ROLLING or SECONDLY.</param>
    public static Answer RateLimited(string policy, int hubId, int? retryAfterSeconds)
    {
        var message = policy switch
        {
            "DAILY" => "You have reached your daily limit.",
            "SECONDLY" => "You have reached your secondly limit.",
            _ => "You have reached your ten_secondly_rolling limit.",
        };
        var answer = Answer.Json(429, json =>
        {
            json.WriteStartObject();
            json.WriteString("status", "error");
            json.WriteString("message", message);
            json.WriteString("errorType", "RATE_LIMIT");
            json.WriteString("correlationId", Guid.NewGuid());
            json.WriteString("policyName", policy);
            json.WriteString("groupName", $"publicapi:tasklane-{policy.ToLowerInvariant()}:{hubId}");
            json.WriteEndObject();
        });
        return retryAfterSeconds is { } seconds ? answer with { Headers = [("Retry-After", World.Schema.Computed.Number(seconds))] } : answer;
    }

    public static void Errors(Utf8JsonWriter json, IReadOnlyList<Detail>? errors)
    {
        if (errors is null)
        {
            return;
        }

        json.WriteStartArray("errors");
        foreach (var error in errors)
        {
            json.WriteStartObject();
            json.WriteString("message", error.Message);
            if (error.Code is not null)
            {
                json.WriteString("code", error.Code);
            }

            Context(json, error.ContextName, error.ContextValues);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Context(Utf8JsonWriter json, string? name, IReadOnlyList<string>? values)
    {
        if (name is null)
        {
            return;
        }

        json.WriteStartObject("context");
        json.WriteStartArray(name);
        foreach (var value in values ?? [])
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Ago(long seconds) => seconds >= 172_800 ? $"{seconds / 86_400} day(s)" : $"{seconds} second(s)";
}
