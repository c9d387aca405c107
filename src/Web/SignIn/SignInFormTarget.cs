using Dashboard.Web.SignIn.Oidc;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.SignIn;

/// <summary>
/// Where the sign-in form leads in the end. Chromium applies <c>form-action</c> to redirects too, so the content security policy has to name it.
/// </summary>
public sealed class SignInFormTarget
{
    private readonly ProviderCache providers;
    private readonly IOptionsMonitor<OidcOptions> options;

    internal SignInFormTarget(ProviderCache providers, IOptionsMonitor<OidcOptions> options)
    {
        this.providers = providers;
        this.options = options;
    }

    /// <summary>An origin such as <c>https://login.example.com</c>: the provider's sign-in page once it was read, the issuer's before.</summary>
    public string Origin => providers.FormOrigin ?? new Uri(options.Get(SignInSchemes.Oidc).Authority!).GetLeftPart(UriPartial.Authority);
}
