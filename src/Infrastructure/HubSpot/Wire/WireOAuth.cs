using System.Text.Json.Serialization;

namespace Dashboard.Infrastructure.HubSpot.Wire;

/// <summary>Answer of the token endpoint; version 1 has no hub id and no scopes.</summary>
public sealed record WireGrant
{
    [JsonPropertyName("access_token")]
    public string? AccessToken { get; init; }

    [JsonPropertyName("refresh_token")]
    public string? RefreshToken { get; init; }

    [JsonPropertyName("expires_in")]
    public int ExpiresIn { get; init; }

    [JsonPropertyName("hub_id")]
    public long HubId { get; init; }

    public List<string>? Scopes { get; init; }
}

public sealed record WireIntrospection
{
    public bool Active { get; init; } = true;

    [JsonPropertyName("hub_id")]
    public long HubId { get; init; }

    [JsonPropertyName("user_id")]
    public long UserId { get; init; }

    public string? User { get; init; }

    [JsonPropertyName("hub_domain")]
    public string? HubDomain { get; init; }

    [JsonPropertyName("app_id")]
    public long AppId { get; init; }

    public List<string>? Scopes { get; init; }
}
