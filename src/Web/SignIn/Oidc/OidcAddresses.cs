using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Dashboard.Web.SignIn.Oidc;

/// <summary>The two addresses a browser is sent to at the provider.</summary>
internal static class OidcAddresses
{
    /// <summary>https://openid.net/specs/openid-connect-core-1_0.html#AuthRequest with https://www.rfc-editor.org/rfc/rfc7636</summary>
    public static string SignIn(Provider provider, SignInState state, string protectedState, OidcOptions options)
    {
        var query = new Dictionary<string, string?>
        {
            ["client_id"] = options.ClientId,
            ["response_type"] = "code",
            ["scope"] = string.Join(' ', options.Scope),
            ["redirect_uri"] = state.RedirectUri,
            ["state"] = protectedState,
            ["nonce"] = state.Nonce,
            ["code_challenge"] = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(state.Verifier))),
            ["code_challenge_method"] = "S256",
        };
        if (options.MaxAge is { } age)
        {
            query["max_age"] = ((long)age.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        if (options.Prompt is { } prompt)
        {
            query["prompt"] = prompt;
        }

        return QueryHelpers.AddQueryString(provider.AuthorizationEndpoint.AbsoluteUri, query);
    }

    /// <summary>https://openid.net/specs/openid-connect-rpinitiated-1_0.html#RPLogout</summary>
    public static string SignOut(Uri endSession, string idToken, string returnUri, string protectedState, OidcOptions options) =>
        QueryHelpers.AddQueryString(endSession.AbsoluteUri, new Dictionary<string, string?>
        {
            ["id_token_hint"] = idToken,
            ["client_id"] = options.ClientId,
            ["post_logout_redirect_uri"] = returnUri,
            ["state"] = protectedState,
        });
}
