namespace Dashboard.Web.SignIn.Oidc;

/// <summary>What the encrypted ticket of a session keeps of the sign-in.</summary>
internal static class OidcItems
{
    /// <summary>For <c>id_token_hint</c> at sign-out.</summary>
    public const string IdToken = "id_token";

    /// <summary>The provider's <c>sid</c>.</summary>
    public const string ProviderSession = "sid";
}
