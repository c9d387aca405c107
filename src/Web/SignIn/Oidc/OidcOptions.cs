using Microsoft.AspNetCore.Authentication;

namespace Dashboard.Web.SignIn.Oidc;

/// <summary>
/// Configuration section <c>Oidc</c>. Same names and callback paths as Microsoft's OpenID Connect handler, so that its package can take this one's
/// place: https://learn.microsoft.com/dotnet/api/microsoft.aspnetcore.authentication.openidconnect.openidconnectoptions
/// </summary>
public sealed class OidcOptions : RemoteAuthenticationOptions
{
    public const string Section = "Oidc";

    public OidcOptions()
    {
        CallbackPath = "/signin-oidc";
        BackchannelTimeout = TimeSpan.FromSeconds(10);
        SignInScheme = SignInSchemes.Session;
    }

    /// <summary>The issuer, byte for byte as its discovery document names it.</summary>
    public string? Authority { get; set; }

    public string? ClientId { get; set; }

    public string? ClientSecret { get; set; }

    public ICollection<string> Scope { get; } = new HashSet<string>(StringComparer.Ordinal) { "openid", "profile", "email" };

    public PathString SignedOutCallbackPath { get; set; } = "/signout-callback-oidc";

    /// <summary>Ask the userinfo endpoint when the id_token has no name or no e-mail address.</summary>
    public bool GetClaimsFromUserInfoEndpoint { get; set; } = true;

    /// <summary>False only in Development, and then for addresses of this machine only.</summary>
    public bool RequireHttpsMetadata { get; set; } = true;

    /// <summary>Sign in at a provider that does not say it knows S256. It is sent all the same.</summary>
    public bool AllowProviderWithoutS256 { get; set; }

    /// <summary>Passed on to the provider when set: seconds after which the person must sign in afresh there.</summary>
    public TimeSpan? MaxAge { get; set; }

    /// <summary>Passed on to the provider when set, such as <c>login</c> or <c>select_account</c>.</summary>
    public string? Prompt { get; set; }
}
