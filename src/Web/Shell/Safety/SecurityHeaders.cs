using System.Security.Cryptography;

namespace Dashboard.Web.Shell.Safety;

/// <summary>
/// Headers every answer carries. Scripts run from our own files or with this answer's nonce, styles from our own files only:
/// no style attributes are written anywhere, heights that depend on data are set through the object model or as attributes.
/// </summary>
public static class SecurityHeaders
{
    private const string NonceKey = "csp-nonce";

    public static string Nonce(HttpContext context) => context.Items[NonceKey] as string ?? "";

    /// <param name="formTargets">Origins that our forms lead to in the end: Chromium applies <c>form-action</c> to redirects too.</param>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app, Func<IEnumerable<string>> formTargets) => app.Use((context, next) =>
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(18));
        context.Items[NonceKey] = nonce;
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = string.Join("; ",
            "default-src 'self'",
            $"script-src 'self' 'nonce-{nonce}'",
            "style-src 'self'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'self'",
            "frame-ancestors 'none'",
            $"form-action 'self' {string.Join(' ', formTargets().Distinct())}",
            "report-uri /csp-reports");
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        return next(context);
    });
}
