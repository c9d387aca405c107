using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.SignIn;

/// <summary>The antiforgery cookie under the same rules as the session's; the framework's own default lets it travel over http.</summary>
internal sealed class AntiforgeryCookie(PublicOrigin origin) : IPostConfigureOptions<AntiforgeryOptions>
{
    public void PostConfigure(string? name, AntiforgeryOptions options)
    {
        var secure = origin.Configured?.StartsWith("https:", StringComparison.OrdinalIgnoreCase) == true;
        options.Cookie.Name = secure ? "__Host-tasklane.form" : "tasklane.form";
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
    }
}
