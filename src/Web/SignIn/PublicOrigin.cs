namespace Dashboard.Web.SignIn;

/// <summary>
/// Where browsers reach the product (setting <c>PublicOrigin</c>, such as <c>https://tasklane.example.com</c>). Redirect addresses and the hub's
/// Origin check use it rather than the Host header. In Development it may be left out: then the request's own address counts.
/// </summary>
public sealed class PublicOrigin(string? configured)
{
    public const string Setting = "PublicOrigin";

    public string? Configured => configured?.TrimEnd('/');

    public string Of(HttpRequest request) => Configured ?? $"{request.Scheme}://{request.Host}";

    public bool IsSecure(HttpRequest request) => Of(request).StartsWith("https:", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// <c>__Host-</c> pins a cookie to this host over https. Over plain http on the developer's own machine browsers disagree about
    /// Secure cookies (Chromium and Firefox store them for loopback, Safari drops them), so there the name has no prefix and the cookie no Secure.
    /// </summary>
    public string CookieName(HttpRequest request, string name) => IsSecure(request) ? $"__Host-{name}" : name;

    public CookieOptions Cookie(HttpRequest request) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        Path = "/",
        SameSite = SameSiteMode.Lax,
        Secure = IsSecure(request),
    };
}
