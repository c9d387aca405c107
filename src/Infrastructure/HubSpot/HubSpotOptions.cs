namespace Dashboard.Infrastructure.HubSpot;

/// <summary>Configuration section <c>HubSpot</c>.</summary>
public sealed class HubSpotOptions
{
    public const string Section = "HubSpot";

    private const string DemoSecret = "sandbox-secret";

    /// <summary>Origin of the API; one host serves all regions.</summary>
    public string ApiBase { get; set; } = "https://api.hubapi.com";

    /// <summary>Origin of the consent page in the browser.</summary>
    public string AuthorizeBase { get; set; } = "https://app.hubspot.com";

    /// <summary><c>v3</c> or a dated version such as <c>2026-03</c>.</summary>
    public string ApiVersion { get; set; } = "2026-03";

    /// <summary>Version of the token endpoint; <c>v1</c> ends on 16 February 2027.</summary>
    public string OAuthVersion { get; set; } = "2026-03";

    public string ClientId { get; set; } = "";

    public string ClientSecret { get; set; } = "";

    /// <summary>The secret before, while HubSpot still signs webhooks with it: after a rotation, for a day.</summary>
    public string? PreviousClientSecret { get; set; }

    /// <summary>Path of our own address that HubSpot sends people back to.</summary>
    public string RedirectPath { get; set; } = "/connect/hubspot/callback";

    /// <summary>Longest wait for one answer, its last byte included.</summary>
    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>Assumed until the first answer names the portal's own limit in its headers.</summary>
    public int CallsPerTenSeconds { get; set; } = 100;

    public int SearchesPerSecond { get; set; } = 5;

    /// <summary>Whether the proxy of the environment is used.</summary>
    public bool UseProxy { get; set; }

    /// <summary>A sentence for each mistake.</summary>
    /// <param name="production">True for every environment but Development, where plain http to a sandbox on this machine and the demo's secret are fine.</param>
    public IEnumerable<string> Mistakes(bool production)
    {
        foreach (var (name, value) in new[] { (nameof(ApiBase), ApiBase), (nameof(AuthorizeBase), AuthorizeBase) })
        {
            if (!Uri.TryCreate(value, UriKind.Absolute, out var origin) || origin.PathAndQuery != "/")
            {
                yield return $"HubSpot:{name} is \"{value}\"; it must be an origin such as https://api.hubapi.com.";
            }
            else if (origin.Scheme != Uri.UriSchemeHttps && (production || !origin.IsLoopback))
            {
                yield return $"HubSpot:{name} is \"{value}\"; it must use https, or tokens travel in the open.";
            }
        }

        if (!HubSpotPaths.IsVersion(ApiVersion))
        {
            yield return $"HubSpot:ApiVersion is \"{ApiVersion}\"; it must be v3 or a dated version such as 2026-03.";
        }

        if (!HubSpotPaths.IsVersion(OAuthVersion))
        {
            yield return $"HubSpot:OAuthVersion is \"{OAuthVersion}\"; it must be v3 or a dated version such as 2026-03.";
        }

        if (Credentials(production) is { } unfit)
        {
            yield return unfit;
        }

        if (!RedirectPath.StartsWith('/'))
        {
            yield return $"HubSpot:RedirectPath is \"{RedirectPath}\"; it must begin with a slash.";
        }

        if (TimeoutSeconds is < 1 or > 300 || CallsPerTenSeconds < 10 || SearchesPerSecond < 1)
        {
            yield return "HubSpot:TimeoutSeconds must be 1 to 300, HubSpot:CallsPerTenSeconds at least 10, HubSpot:SearchesPerSecond at least 1.";
        }
    }

    private string? Credentials(bool production) =>
        string.IsNullOrWhiteSpace(ClientId) || string.IsNullOrWhiteSpace(ClientSecret)
            ? "HubSpot:ClientId and HubSpot:ClientSecret are needed; HubSpot shows them in the app's settings under Auth."
        : production && (ClientSecret == DemoSecret || PreviousClientSecret == DemoSecret)
            ? "HubSpot:ClientSecret is the demo's: everybody knows it, so it is accepted in Development only."
        : null;
}
