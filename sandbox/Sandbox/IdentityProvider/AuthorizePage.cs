using System.Net;
using System.Text;

namespace Dashboard.Sandbox.IdentityProvider;

/// <summary>The page where a demo person is picked.</summary>
internal static class AuthorizePage
{
    private const string Style = """
        :root { color-scheme: light dark; --ink: #1c2430; --soft: #5b6675; --line: #d9dee6; --paper: #fff; --ground: #f3f5f8; --accent: #2457c5 }
        @media (prefers-color-scheme: dark) { :root { --ink: #e8ecf2; --soft: #a3adbb; --line: #38414e; --paper: #1d232c; --ground: #12161c; --accent: #8db0ff } }
        * { box-sizing: border-box }
        body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1.5rem; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif }
        main { width: min(28rem, 100%); background: var(--paper); border: 1px solid var(--line); border-radius: .75rem; padding: 2rem 1.75rem }
        h1 { font-size: 1.25rem; line-height: 1.3; margin: 0 0 .25rem; text-wrap: balance }
        p { margin: 0; color: var(--soft) }
        ul { list-style: none; margin: 1.5rem 0 1rem; padding: 0; display: grid; gap: .5rem }
        button { font: inherit; color: inherit; cursor: pointer; border-radius: .5rem; border: 1px solid var(--line); background: transparent }
        button:hover { border-color: var(--accent) }
        button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
        .person { display: grid; grid-template-columns: 2.5rem 1fr; gap: 0 .85rem; width: 100%; padding: .65rem .8rem; text-align: left; align-items: center }
        .initials { grid-row: span 2; width: 2.5rem; height: 2.5rem; border-radius: 50%; display: grid; place-items: center; font-size: .875rem; font-weight: 600; color: var(--accent); border: 1px solid var(--accent) }
        .name { font-weight: 600 }
        .part { font-size: .875rem; color: var(--soft) }
        .cancel { padding: .45rem 1rem }
        footer { margin-top: 1.25rem; font-size: .8125rem; color: var(--soft) }
        """;

    public static IResult Choose(HttpContext context, IEnumerable<KeyValuePair<string, string>> request)
    {
        var people = new StringBuilder();
        foreach (var person in DemoPerson.All)
        {
            people.Append(null, $"""
                <li><button class="person" name="person" value="{person.Subject}">
                <span class="initials" aria-hidden="true">{person.Initials}</span>
                <span class="name">{Text(person.Name)}</span><span class="part">{Text(person.Part)}</span></button></li>
                """);
        }

        var hidden = string.Concat(request.Select(pair => $"""<input type="hidden" name="{Text(pair.Key)}" value="{Text(pair.Value)}">"""));
        return Page(context, 200, "Choose a demo person", $"""
            <h1>Who is signing in?</h1>
            <p>A stand-in for your company's sign-in. No password: pick a person.</p>
            <form method="post" action="/idp/authorize">{hidden}
            <ul>{people}</ul>
            <button class="cancel" name="cancel" value="1">Cancel</button></form>
            <footer>These people exist in the sandbox only.</footer>
            """);
    }

    public static IResult Refuse(HttpContext context, string sentence) =>
        Page(context, 400, "This request cannot be answered", $"<h1>This request cannot be answered</h1><p>{Text(sentence)}</p>");

    public static IResult SignedOut(HttpContext context) =>
        Page(context, 200, "Signed out", "<h1>You are signed out</h1><p>You can close this page.</p>");

    private static IResult Page(HttpContext context, int status, string title, string body)
    {
        var nonce = Grants.Secret();
        context.Response.Headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'nonce-{nonce}'; base-uri 'none'; frame-ancestors 'none'";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        return Results.Content($"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title} · Northwind sign-in</title><style nonce="{nonce}">{Style}</style></head>
            <body><main>{body}</main></body></html>
            """, "text/html; charset=utf-8", statusCode: status);
    }

    private static string Text(string value) => WebUtility.HtmlEncode(value);
}
