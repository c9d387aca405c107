using System.Globalization;
using System.Text.Json;
using Dashboard.Sandbox.World;
using Dashboard.Sandbox.World.Records;

namespace Dashboard.Sandbox.HubSpot.Wire;

/// <summary>One authenticated call, its body already read.</summary>
public sealed class Call(HttpContext http, SandboxWorld world, Portal portal, Grant grant, JsonElement body)
{
    public SandboxWorld World { get; } = world;

    public Portal Portal { get; } = portal;

    public Grant Grant { get; } = grant;

    public JsonElement Body { get; } = body;

    public Switches Switches { get; } = http.RequestServices.GetRequiredService<Switches>();

    public string Method => http.Request.Method;

    public string Path => http.Request.Path.Value!;

    public string Origin => $"{http.Request.Scheme}://{http.Request.Host}";

    public long Now { get; } = world.Clock.NowMilliseconds;

    public string Route(string name) => (string)http.Request.RouteValues[name]!;

    public string? Query(string name) => http.Request.Query[name] is [{ Length: > 0 } first, ..] ? first : null;

    /// <summary>Comma separated, repeated, or both.</summary>
    public IReadOnlyList<string> QueryList(string name) =>
        [.. http.Request.Query[name].SelectMany(value => (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct(StringComparer.Ordinal)];

    public bool QueryFlag(string name) => string.Equals(Query(name), "true", StringComparison.OrdinalIgnoreCase);

    public string QueryString => http.Request.QueryString.Value ?? "";

    /// <summary>The number in the query, the default without one, or null when it is no number.</summary>
    public int? QueryNumber(string name, int otherwise) =>
        Query(name) is not { } text ? otherwise : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>An address of this very call with another <c>after</c>, as <c>paging.next.link</c> carries it.</summary>
    public string NextLink(string after)
    {
        var kept = http.Request.Query.Where(pair => pair.Key != "after").SelectMany(pair => pair.Value.Select(value => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(value ?? "")}"));
        return $"{Origin}{Path}?{string.Join('&', kept.Append($"after={Uri.EscapeDataString(after)}"))}";
    }
}
