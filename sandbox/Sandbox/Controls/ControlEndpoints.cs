using System.Globalization;
using System.Text.Json;
using Dashboard.Sandbox.HubSpot.OAuth;
using Dashboard.Sandbox.HubSpot.Wire;
using Dashboard.Sandbox.Webhooks;
using Dashboard.Sandbox.World;

namespace Dashboard.Sandbox.Controls;

/// <summary>What HubSpot does not have: the handles of this sandbox, under <c>/__sandbox</c>.</summary>
public static class ControlEndpoints
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

    /// <summary>Browsers ask for one by themselves; unlike the product's, so that tabs are told apart.</summary>
    private const string Icon = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\"><rect width=\"32\" height=\"32\" rx=\"8\" fill=\"#b45309\"/><path d=\"M8 22h16M10 22l3-10h6l3 10\" stroke=\"#fff\" stroke-width=\"2.5\" fill=\"none\" stroke-linejoin=\"round\" stroke-linecap=\"round\"/></svg>";

    public static void MapControls(this IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider;
        var (world, faults, calls) = (services.GetRequiredService<SandboxWorld>(), services.GetRequiredService<FaultBook>(), services.GetRequiredService<CallBook>());
        routes.MapGet("/favicon.ico", http =>
        {
            http.Response.ContentType = "image/svg+xml";
            return http.Response.WriteAsync(Icon);
        });
        var control = routes.MapGroup("/__sandbox");
        control.MapGet("", http => ControlPage.ShowAsync(http, services));
        control.MapGet("/ledger", http => LedgerAsync(http, world));
        control.MapGet("/calls", http => JsonAsync(http, new { counters = calls.Counters, recent = calls.Recent }));
        control.MapPost("/token", http => TokenAsync(http, world, services.GetRequiredService<TokenIssuing>()));
        control.MapPost("/edit", http => ColleagueEdits.RunAsync(http, world));
        control.MapGet("/faults", http => JsonAsync(http, faults.Rules));
        control.MapPost("/faults", http => FaultAsync(http, faults));
        control.MapDelete("/faults", http =>
        {
            faults.Clear();
            return JsonAsync(http, faults.Rules);
        });
        WorldControls.Map(control, services);
        RuleControls.Map(control, world);
        WebhookControls.Map(control, services.GetRequiredService<WebhookSender>());
    }

    /// <summary>A test whose fault never strikes would prove nothing, so a misspelt one is refused.</summary>
    private static async Task FaultAsync(HttpContext http, FaultBook faults)
    {
        try
        {
            var rules = await http.Request.ReadFromJsonAsync<List<FaultRule>>(Strict, http.RequestAborted) ?? [];
            if (rules.Find(rule => !FaultRule.Kinds.Contains(rule.Effect?.Kind)) is { } unknown)
            {
                throw new JsonException($"There is no fault of kind {unknown.Effect?.Kind}; there are {string.Join(' ', FaultRule.Kinds)}.");
            }

            faults.Add(rules);
            await JsonAsync(http, faults.Rules);
        }
        catch (Exception wrong) when (wrong is JsonException or ArgumentException or BadHttpRequestException)
        {
            http.Response.StatusCode = 400;
            await JsonAsync(http, new { message = wrong.Message });
        }
    }

    public static Task JsonAsync<T>(HttpContext http, T value) => http.Response.WriteAsJsonAsync(value, Web, http.RequestAborted);

    private static Task LedgerAsync(HttpContext http, SandboxWorld world)
    {
        var after = long.TryParse(http.Request.Query["after"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        lock (world.Gate)
        {
            return Gateway.SendAsync(http, Ledger.After(world, after));
        }
    }

    /// <summary>Query or JSON: hubId, email, scopes (blank separated).</summary>
    private static async Task TokenAsync(HttpContext http, SandboxWorld world, TokenIssuing issuing)
    {
        var query = http.Request.Query;
        var hub = int.TryParse(query["hubId"], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : SandboxWorld.MainPortal;
        var scopes = query["scopes"].FirstOrDefault() is { Length: > 0 } wanted ? Scopes.Split(wanted) : Scopes.All;
        Answer answer;
        lock (world.Gate)
        {
            var portal = world.Portal(hub)!;
            var user = portal.Users.FirstOrDefault(candidate => candidate.Email == query["email"]) ?? portal.Users.First();
            var (grant, access) = issuing.Give(hub, user.UserId!.Value, scopes, "POST", "/__sandbox/token");
            answer = OAuthAnswers.Tokens(false, grant, access, http.RequestServices.GetRequiredService<Switches>().AccessTokenSeconds);
        }

        await Gateway.SendAsync(http, answer);
    }
}
