namespace Dashboard.Web.SignIn.Oidc;

/// <summary>What the provider sent back through the browser, before anything of it is believed.</summary>
internal sealed record CallbackAnswer(string? State, string? Code, string? Error, string? Issuer)
{
    private static readonly string[] Known = ["state", "code", "error", "error_description", "error_uri", "iss", "session_state"];

    /// <summary>Null for an answer of another flow (tokens in the address) or with a parameter twice.</summary>
    public static CallbackAnswer? Read(IQueryCollection query)
    {
        string[] foreign = ["id_token", "access_token", "refresh_token", "token_type", "response"];
        return query.Keys.Any(key => foreign.Contains(key, StringComparer.OrdinalIgnoreCase)) || Known.Any(name => query[name].Count > 1)
            ? null
            : new CallbackAnswer(query["state"], query["code"], query["error"], query["iss"]);
    }
}
