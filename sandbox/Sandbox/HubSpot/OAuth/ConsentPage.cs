using System.Globalization;
using System.Net;
using System.Text;
using Dashboard.Sandbox.World.Records;

namespace Dashboard.Sandbox.HubSpot.OAuth;

public static class ConsentPage
{
    private const string Style = """
        body{margin:0;background:#f5f8fa;color:#1f2d3d;font:16px/1.5 system-ui,sans-serif}
        main{max-width:34rem;margin:3rem auto;padding:2rem;background:#fff;border:1px solid #dfe3eb;border-radius:.75rem;box-shadow:0 2px 12px #2d3e5014}
        header{display:flex;align-items:center;gap:.75rem;margin-bottom:1rem}
        .mark{width:2.5rem;height:2.5rem;border-radius:50%;background:#ff7a59;color:#fff;display:grid;place-items:center;font-weight:700}
        h1{font-size:1.35rem;margin:0}h2{font-size:1rem;margin:1.5rem 0 .25rem}p{margin:.5rem 0}
        ul{list-style:none;margin:0;padding:0}li{padding:.45rem 0;border-bottom:1px solid #eaf0f6}code{color:#516f90;font-size:.8rem;display:block}
        label{display:block;margin:1rem 0 .25rem;font-weight:600}select{font:inherit;width:100%;padding:.5rem;border:1px solid #99acc2;border-radius:.4rem;background:#fff;color:inherit}
        .actions{display:flex;gap:.75rem;margin-top:1.75rem}button{font:inherit;font-weight:600;padding:.65rem 1.4rem;border-radius:.4rem;cursor:pointer;border:1px solid #b93c1d}
        .allow{background:#b93c1d;color:#fff}.deny{background:#fff;color:#b93c1d}button:focus-visible,select:focus-visible{outline:3px solid #0091ae;outline-offset:2px}
        small{color:#516f90}
        @media(prefers-color-scheme:dark){body{background:#16202b;color:#eaf0f6}main{background:#1f2d3d;border-color:#33475b}li{border-color:#33475b}code,small{color:#99acc2}select{background:#16202b}.deny{background:transparent;color:#ffb3a0;border-color:#ffb3a0}}
        @media(max-width:36rem){main{margin:0;border:0;border-radius:0;min-height:100vh;box-sizing:border-box}}
        """;

    public static string Render(AuthorizeRequest request, Portal chosen, IReadOnlyList<Portal> portals, bool mayChoose)
    {
        var page = Begin("Connect an app");
        page.Append("<header><span class=\"mark\" aria-hidden=\"true\">hs</span><h1>Connect Tasklane to HubSpot</h1></header>");
        page.Append(CultureInfo.InvariantCulture, $"<p>Tasklane asks for access to <strong>{Text(chosen.Name)}</strong> <small>(account {chosen.HubId}, {Text(chosen.Domain)})</small>.</p>");
        page.Append("<form method=\"post\" action=\"/oauth/authorize/decision\">");
        foreach (var (name, value) in Hidden(request))
        {
            page.Append(CultureInfo.InvariantCulture, $"<input type=\"hidden\" name=\"{name}\" value=\"{Text(value)}\">");
        }

        Choices(page, chosen, portals, mayChoose);
        ScopeList(page, "This app can", request.Required);
        ScopeList(page, "And, where your account has it", request.Optional);
        page.Append("<div class=\"actions\"><button class=\"allow\" name=\"decision\" value=\"allow\">Allow access</button><button class=\"deny\" name=\"decision\" value=\"deny\">Deny</button></div></form>");
        page.Append("<p><small>This is the sandbox's page, made for trying things out. No real account is touched.</small></p>");
        return page.Append("</main></body></html>").ToString();
    }

    public static string Problem(string problem) =>
        Begin("Authorization failed").Append(CultureInfo.InvariantCulture, $"<h1>This app cannot be connected</h1><p role=\"alert\">{Text(problem)}</p></main></body></html>").ToString();

    private static StringBuilder Begin(string title) => new StringBuilder("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">")
        .Append(CultureInfo.InvariantCulture, $"<title>{title} · HubSpot sandbox</title><style>{Style}</style></head><body><main>");

    private static void Choices(StringBuilder page, Portal chosen, IReadOnlyList<Portal> portals, bool mayChoose)
    {
        page.Append("<label for=\"hub_id\">Account</label><select id=\"hub_id\" name=\"hub_id\">");
        foreach (var portal in mayChoose ? portals : [chosen])
        {
            page.Append(CultureInfo.InvariantCulture, $"<option value=\"{portal.HubId}\"{(portal == chosen ? " selected" : "")}>{Text(portal.Name)} ({portal.HubId})</option>");
        }

        page.Append("</select><label for=\"user_email\">Signed in to HubSpot as</label><select id=\"user_email\" name=\"user_email\">");
        foreach (var user in (mayChoose ? portals : [chosen]).SelectMany(portal => portal.Users).DistinctBy(user => user.Email))
        {
            page.Append(CultureInfo.InvariantCulture, $"<option value=\"{Text(user.Email!)}\">{Text(user.FirstName)} {Text(user.LastName)} ({Text(user.Email!)})</option>");
        }

        page.Append("</select>");
    }

    private static void ScopeList(StringBuilder page, string title, IReadOnlyList<string> scopes)
    {
        if (scopes.Count == 0)
        {
            return;
        }

        page.Append(CultureInfo.InvariantCulture, $"<h2>{title}</h2><ul>");
        foreach (var scope in scopes)
        {
            page.Append(CultureInfo.InvariantCulture, $"<li data-scope=\"{Text(scope)}\">{Text(Scopes.Words(scope))}<code>{Text(scope)}</code></li>");
        }

        page.Append("</ul>");
    }

    private static IEnumerable<(string Name, string Value)> Hidden(AuthorizeRequest request) => new[]
    {
        ("client_id", request.ClientId), ("redirect_uri", request.RedirectUri), ("scope", string.Join(' ', request.Required)), ("optional_scope", string.Join(' ', request.Optional)),
        ("state", request.State), ("code_challenge", request.Challenge), ("code_challenge_method", request.ChallengeMethod),
    }.Where(pair => pair.Item2 is not null).Select(pair => (pair.Item1, pair.Item2!));

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
