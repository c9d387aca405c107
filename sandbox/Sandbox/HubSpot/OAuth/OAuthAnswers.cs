using System.Text.Json;
using Dashboard.Sandbox.HubSpot.Wire;
using Dashboard.Sandbox.World;
using Dashboard.Sandbox.World.Records;

namespace Dashboard.Sandbox.HubSpot.OAuth;

public static class OAuthAnswers
{
    /// <summary>v1 knows only HubSpot's own fields; later versions add those of RFC 6749.</summary>
    public static Answer Refused(bool v1, string error, string status, string message, int code = 400) => Answer.Json(code, json =>
    {
        json.WriteStartObject();
        if (v1)
        {
            json.WriteString("correlationId", Guid.NewGuid());
        }
        else
        {
            json.WriteString("error", error);
            json.WriteString("error_description", message);
        }

        json.WriteString("status", status);
        json.WriteString("message", message);
        json.WriteEndObject();
    });

    public static Answer Tokens(bool v1, Grant grant, string accessToken, long seconds) => Answer.Json(200, json =>
    {
        json.WriteStartObject();
        json.WriteString("token_type", "bearer");
        json.WriteString("refresh_token", grant.RefreshToken);
        json.WriteString("access_token", accessToken);
        if (!v1)
        {
            json.WriteNumber("hub_id", grant.Portal);
            Scopes(json, grant);
            json.WriteNumber("user_id", grant.UserId);
            json.WriteString("token_use", "access_token");
        }

        json.WriteNumber("expires_in", seconds);
        json.WriteEndObject();
    });

    public static Answer Inactive() => Answer.Json(200, json =>
    {
        json.WriteStartObject();
        json.WriteBoolean("active", false);
        json.WriteEndObject();
    });

    /// <param name="secondsLeft">Null for a refresh token.</param>
    public static Answer Introspection(Portal portal, Grant grant, string token, long? secondsLeft, long now) => Answer.Json(200, json =>
    {
        json.WriteStartObject();
        json.WriteBoolean("active", true);
        json.WriteString("token", token);
        About(json, portal, grant);
        json.WriteString("client_id", grant.ClientId);
        json.WriteNumber("app_id", 1001);
        json.WriteString("token_use", secondsLeft is null ? "refresh_token" : "access_token");
        json.WriteString("token_type", "Bearer");
        if (secondsLeft is { } seconds)
        {
            json.WriteNumber("expires_in", seconds);
            json.WriteBoolean("is_private_distribution", false);
            Signed(json, grant, now + (seconds * 1000));
        }

        json.WriteEndObject();
    });

    /// <summary>What HubSpot signs for its own servers; clients have no use for it.</summary>
    private static void Signed(Utf8JsonWriter json, Grant grant, long expiresAt)
    {
        json.WriteStartObject("signed_access_token");
        json.WriteNumber("expiresAt", expiresAt);
        json.WriteString("scopes", "sandbox");
        json.WriteNumber("hubId", grant.Portal);
        json.WriteNumber("userId", grant.UserId);
        json.WriteNumber("installingUserId", grant.UserId);
        json.WriteNumber("appId", 1001);
        foreach (var name in new[] { "appInstallId", "audience", "signature", "newSignature", "scopeToScopeGroupPks", "trialScopes", "trialScopeToScopeGroupPks" })
        {
            json.WriteString(name, "sandbox");
        }

        json.WriteString("hublet", "na1");
        json.WriteBoolean("isUserLevel", false);
        json.WriteBoolean("isPrivateDistribution", false);
        json.WriteBoolean("isServiceAccount", false);
        json.WriteEndObject();
    }

    public static Answer OldInformation(Portal portal, Grant grant, string token, long? secondsLeft) => Answer.Json(200, json =>
    {
        json.WriteStartObject();
        json.WriteString("token", token);
        About(json, portal, grant);
        if (secondsLeft is { } seconds)
        {
            json.WriteNumber("app_id", 1001);
            json.WriteNumber("expires_in", seconds);
        }
        else
        {
            json.WriteString("client_id", grant.ClientId);
        }

        json.WriteString("token_type", secondsLeft is null ? "refresh" : "access");
        json.WriteEndObject();
    });

    private static void About(Utf8JsonWriter json, Portal portal, Grant grant)
    {
        json.WriteNumber("hub_id", portal.HubId);
        json.WriteString("hub_domain", portal.Domain);
        json.WriteNumber("user_id", grant.UserId);
        json.WriteString("user", portal.Owners.Find(owner => owner.UserId == grant.UserId)?.Email ?? "");
        Scopes(json, grant);
    }

    private static void Scopes(Utf8JsonWriter json, Grant grant)
    {
        json.WriteStartArray("scopes");
        foreach (var scope in grant.Scopes)
        {
            json.WriteStringValue(scope);
        }

        json.WriteEndArray();
    }
}
