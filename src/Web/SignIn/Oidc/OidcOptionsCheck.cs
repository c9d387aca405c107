using Microsoft.Extensions.Options;

namespace Dashboard.Web.SignIn.Oidc;

/// <summary>Refuses to start with settings that would not sign anybody in, or not safely: one sentence per mistake.</summary>
internal sealed class OidcOptionsCheck(PublicOrigin origin, IHostEnvironment environment) : IValidateOptions<OidcOptions>
{
    private const string DemoSecret = "tasklane-sandbox-secret";

    public ValidateOptionsResult Validate(string? name, OidcOptions options)
    {
        var mistakes = Issuer(options).Concat(Client(options)).Concat(Paths(options)).Concat(Public()).ToList();
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    private IEnumerable<string> Issuer(OidcOptions options)
    {
        if (!Uri.TryCreate(options.Authority, UriKind.Absolute, out var issuer))
        {
            yield return "Oidc:Authority is missing: set it to the issuer of your sign-in provider, exactly as its discovery document names it.";
        }
        else if (issuer.Query.Length > 0 || issuer.Fragment.Length > 0)
        {
            yield return "Oidc:Authority has a query or a fragment: an issuer has neither.";
        }
        else if (issuer.Scheme != Uri.UriSchemeHttps && !environment.IsDevelopment())
        {
            yield return "Oidc:Authority is not https: outside Development a sign-in provider must be reached over https.";
        }
        else if (issuer.Scheme != Uri.UriSchemeHttps && !issuer.IsLoopback)
        {
            yield return "Oidc:Authority is http on another machine: plain http is accepted for this machine only.";
        }

        if (!options.RequireHttpsMetadata && !environment.IsDevelopment())
        {
            yield return "Oidc:RequireHttpsMetadata is off: that is possible in Development only.";
        }
    }

    private IEnumerable<string> Client(OidcOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.ClientId))
        {
            yield return "Oidc:ClientId is missing: register Tasklane at your sign-in provider and set the id it gives.";
        }

        if (string.IsNullOrWhiteSpace(options.ClientSecret))
        {
            yield return "Oidc:ClientSecret is missing: set the secret your sign-in provider gave for this client.";
        }
        else if (options.ClientSecret == DemoSecret && !environment.IsDevelopment())
        {
            yield return "Oidc:ClientSecret is the demo's: everybody knows it, so it is accepted in Development only.";
        }

        if (!options.Scope.Contains("openid"))
        {
            yield return "Oidc:Scope lacks openid: without it there is no id_token.";
        }
    }

    private static IEnumerable<string> Paths(OidcOptions options)
    {
        if (!options.CallbackPath.HasValue || !options.SignedOutCallbackPath.HasValue || options.CallbackPath == options.SignedOutCallbackPath)
        {
            yield return "Oidc:CallbackPath and Oidc:SignedOutCallbackPath must be two different paths.";
        }
    }

    private IEnumerable<string> Public()
    {
        if (origin.Configured is null)
        {
            if (!environment.IsDevelopment())
            {
                yield return "PublicOrigin is missing: set it to where browsers reach Tasklane, such as https://tasklane.example.com.";
            }
        }
        else if (!Uri.TryCreate(origin.Configured, UriKind.Absolute, out var uri) || uri.GetLeftPart(UriPartial.Authority) != origin.Configured)
        {
            yield return "PublicOrigin is not an origin: it has a scheme, a host and perhaps a port, such as https://tasklane.example.com.";
        }
        else if (uri.Scheme != Uri.UriSchemeHttps && !(environment.IsDevelopment() && uri.IsLoopback))
        {
            yield return "PublicOrigin is not https: session cookies travel over https only, except on this machine in Development.";
        }
    }
}
