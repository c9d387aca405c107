using Microsoft.AspNetCore.WebUtilities;

namespace Dashboard.Sandbox.IdentityProvider;

/// <summary>Who the holder of an access token is, and the end of a session.</summary>
internal static class PersonEndpoints
{
    /// <summary>https://openid.net/specs/openid-connect-core-1_0.html#UserInfo</summary>
    public static IResult UserInfo(HttpContext context, Provider provider)
    {
        provider.Hostility.Count("userinfo");
        var header = context.Request.Headers.Authorization.ToString();
        var person = header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? provider.Grants.Holder(header["Bearer ".Length..]) : null;
        if (provider.Hostility.Take("userinfo-500"))
        {
            return Results.Text("out of order", statusCode: 500);
        }

        return person is null
            ? Results.Json(new { error = "invalid_token" }, statusCode: 401)
            : Results.Json(new
            {
                sub = provider.Hostility.Take("userinfo-sub", out var other) ? other : person.Subject,
                name = person.Name,
                email = person.Email,
                email_verified = true,
            });
    }

    /// <summary>https://openid.net/specs/openid-connect-rpinitiated-1_0.html</summary>
    public static IResult EndSession(HttpContext context, Provider provider)
    {
        provider.Hostility.Count("end-session");
        var query = context.Request.Query;
        var address = (string?)query["post_logout_redirect_uri"];
        if (string.IsNullOrEmpty(query["id_token_hint"]) || !IdentityProviderOptions.MaySendTo(address, provider.Options.PostLogoutRedirectUris))
        {
            return AuthorizePage.SignedOut(context);
        }

        return Results.Redirect(query["state"].ToString() is { Length: > 0 } state ? QueryHelpers.AddQueryString(address!, "state", state) : address!);
    }
}
