namespace Dashboard.Sandbox.IdentityProvider;

/// <summary>The one client the demo sign-in provider knows.</summary>
public sealed class IdentityProviderOptions
{
    /// <summary>Issuer to announce; null takes the address of the request, plus <c>/idp</c>.</summary>
    public string? Issuer { get; set; }

    public string ClientId { get; set; } = "tasklane";

    public string ClientSecret { get; set; } = "tasklane-sandbox-secret";

    /// <summary>Addresses a person may be sent back to, compared byte for byte. Empty: any address of this machine, whatever its port.</summary>
    public IList<string> RedirectUris { get; } = [];

    /// <summary>Same for sign-out.</summary>
    public IList<string> PostLogoutRedirectUris { get; } = [];

    public TimeSpan CodeLifetime { get; set; } = TimeSpan.FromMinutes(1);

    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromMinutes(10);

    internal static bool MaySendTo(string? address, IList<string> registered) =>
        address is not null && (registered.Count > 0
            ? registered.Contains(address)
            : Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.IsLoopback && (uri.Scheme is "http" or "https") && uri.Fragment.Length == 0);
}
