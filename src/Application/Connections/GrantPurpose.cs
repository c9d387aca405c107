namespace Dashboard.Application.Connections;

/// <summary>Purposes under which the vault seals a grant's tokens.</summary>
public static class GrantPurpose
{
    public const string RefreshToken = "hubspot.refresh";

    public const string AccessToken = "hubspot.access";
}
