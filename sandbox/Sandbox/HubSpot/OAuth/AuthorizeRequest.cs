using Dashboard.Sandbox.World;

namespace Dashboard.Sandbox.HubSpot.OAuth;

/// <summary>What the app asked the browser to bring: checked before anything is shown, and again when the form comes back.</summary>
public sealed record AuthorizeRequest(
    string ClientId, string RedirectUri, IReadOnlyList<string> Required, IReadOnlyList<string> Optional, string? State, string? Challenge, string? ChallengeMethod)
{
    /// <summary>The request, or a sentence for the error page: a bad request is never sent back to an unchecked address.</summary>
    public static (AuthorizeRequest? Request, string? Problem) Read(Func<string, string?> value, SandboxOptions options)
    {
        var request = new AuthorizeRequest(value("client_id") ?? "", value("redirect_uri") ?? "", Scopes.Split(value("scope")), Scopes.Split(value("optional_scope")),
            value("state"), value("code_challenge"), value("code_challenge_method"));
        var problem = request switch
        {
            { ClientId: "" } => "The client_id is missing.",
            _ when request.ClientId != options.ClientId => "There is no app with this client_id.",
            { RedirectUri: "" } => "The redirect_uri is missing.",
            _ when !Registered(request.RedirectUri, options) => "The redirect_uri does not match any that is registered for this app.",
            { Required.Count: 0 } => "The scope is missing.",
            _ when request.Required.Concat(request.Optional).Any(scope => !Scopes.All.Contains(scope)) => "A scope is not known: " + string.Join(' ', request.Required.Concat(request.Optional).Except(Scopes.All)),
            _ when options.RequiredScopes.Except(request.Required).Any() => "A scope that the app's settings require was not asked for: " + string.Join(' ', options.RequiredScopes.Except(request.Required)),
            { Challenge: not null, ChallengeMethod: not (null or "S256" or "plain") } => "The code_challenge_method is not supported.",
            _ => null,
        };
        return problem is null ? (request, null) : (null, problem);
    }

    /// <summary>The optional scopes an account lacks are left out of the grant without a word.</summary>
    public IReadOnlyList<string> Granted(int hubId) =>
        [.. Required.Append("oauth").Concat(Optional).Distinct().Where(scope => hubId == SandboxWorld.MainPortal || Required.Contains(scope) || !scope.Contains("custom", StringComparison.Ordinal))];

    public string Return(params (string Name, string Value)[] values)
    {
        var query = values.Append(("state", State ?? "")).Where(pair => pair.Item2.Length > 0).Select(pair => $"{pair.Item1}={Uri.EscapeDataString(pair.Item2)}");
        return $"{RedirectUri}{(RedirectUri.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{string.Join('&', query)}";
    }

    private static bool Registered(string redirectUri, SandboxOptions options) =>
        options.RedirectUris.Contains(redirectUri)
        || (Uri.TryCreate(redirectUri, UriKind.Absolute, out var uri) && uri is { Scheme: "http", Host: "localhost" or "127.0.0.1" } && uri.UserInfo.Length == 0 && uri.Fragment.Length == 0
            && uri.AbsolutePath.EndsWith("/connect/hubspot/callback", StringComparison.Ordinal));
}
