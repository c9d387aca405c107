using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Dashboard.Sandbox.IdentityProvider;

/// <summary>https://openid.net/specs/openid-connect-core-1_0.html#AuthorizationEndpoint, code flow with S256 only.</summary>
internal static class AuthorizeEndpoint
{
    public static IResult Show(HttpContext context, Provider provider)
    {
        provider.Hostility.Count("authorize");
        var query = context.Request.Query;
        if (WhyNot(query, provider, out var answerable) is { } problem)
        {
            return answerable ? Back(context, provider, query, [new("error", problem)]) : AuthorizePage.Refuse(context, problem);
        }

        // There is no session here, so a silent sign-in is never possible.
        return query["prompt"] == "none"
            ? Back(context, provider, query, [new("error", "login_required")])
            : AuthorizePage.Choose(context, query.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToString())));
    }

    public static async Task<IResult> Answer(HttpContext context, Provider provider)
    {
        var form = await context.Request.ReadFormAsync();
        if (WhyNot(form, provider, out _) is { } problem)
        {
            return AuthorizePage.Refuse(context, problem);
        }

        if (form["cancel"].Count > 0)
        {
            return Back(context, provider, form, [new("error", "access_denied"), new("error_description", "<b>The person cancelled.</b>")]);
        }

        if (DemoPerson.All.FirstOrDefault(person => person.Subject == form["person"]) is not { } chosen)
        {
            return AuthorizePage.Refuse(context, "Nobody was chosen.");
        }

        var code = provider.Grants.NewCode(new Grant(
            chosen, form["client_id"]!, form["redirect_uri"]!, form["nonce"], form["code_challenge"]!, Grants.Secret(), provider.Clock.GetUtcNow()));
        return Back(context, provider, form, [new("code", code)]);
    }

    private static string? WhyNot(IEnumerable<KeyValuePair<string, StringValues>> parameters, Provider provider, out bool answerable)
    {
        var values = parameters.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        string? One(string name) => values.GetValueOrDefault(name) is { Count: 1 } value ? value[0] : null;

        answerable = false;
        if (One("client_id") != provider.Options.ClientId)
        {
            return "The application is not registered here.";
        }

        if (!IdentityProviderOptions.MaySendTo(One("redirect_uri"), provider.Options.RedirectUris))
        {
            return "The address to return to is not registered for this application.";
        }

        answerable = true;
        if (One("response_type") != "code")
        {
            return "unsupported_response_type";
        }

        if (One("scope")?.Split(' ').Contains("openid") != true)
        {
            return "invalid_scope";
        }

        return One("code_challenge") is { Length: 43 } && One("code_challenge_method") == "S256" ? null : "invalid_request";
    }

    private static IResult Back(
        HttpContext context, Provider provider, IEnumerable<KeyValuePair<string, StringValues>> request, List<KeyValuePair<string, string?>> answer)
    {
        var values = request.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal);
        if (values.GetValueOrDefault("state") is { Length: > 0 } state)
        {
            answer.Add(new("state", state));
        }

        if (!provider.Hostility.Take("no-iss-parameter"))
        {
            // https://www.rfc-editor.org/rfc/rfc9207
            answer.Add(new("iss", provider.Hostility.Take("iss-parameter", out var other) ? other : provider.Issuer(context.Request)));
        }

        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        return Results.Redirect(QueryHelpers.AddQueryString(values["redirect_uri"], answer));
    }
}
