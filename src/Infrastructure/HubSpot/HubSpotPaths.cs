using System.Text.RegularExpressions;

namespace Dashboard.Infrastructure.HubSpot;

/// <summary>
/// Every path of HubSpot's API the product calls, in the version it is set to. Dated versions stand behind the resource,
/// the older ones in front of it. https://developers.hubspot.com/docs/developer-tooling/platform/versioning
/// </summary>
public sealed partial class HubSpotPaths(HubSpotOptions options)
{
    /// <summary>Object type id of tasks; ids are understood where names are not.</summary>
    public const string Tasks = "0-27";

    private readonly string? dated = options.ApiVersion == "v3" ? null : options.ApiVersion;

    public string Account => dated is null ? "/account-info/v3/details" : $"/account-info/{dated}/details";

    public string Owners => Versioned("owners");

    public string Schemas => dated is null ? "/crm-object-schemas/v3/schemas" : $"/crm-object-schemas/{dated}/schemas";

    public string Token => $"/oauth/{options.OAuthVersion}/token";

    public string Introspect => $"/oauth/{options.OAuthVersion}/token/introspect";

    public string Revoke => $"/oauth/{options.OAuthVersion}/token/revoke";

    public static bool IsVersion(string version) => version == "v3" || Dated().IsMatch(version);

    public string Objects(string type) => $"{Versioned("objects")}/{Uri.EscapeDataString(type == Tasks ? "tasks" : type)}";

    public string Properties(string type) => $"{Versioned("properties")}/{type}";

    public string Properties(string type, string property) => $"{Properties(type)}/{property}";

    public string Pipelines(string type) => $"{Versioned("pipelines")}/{type}";

    /// <summary>How one task repeats. There is no other version of it yet than this beta.</summary>
    public static string Series(long taskId) => $"/crm/task-series/2026-09-beta/{Text(taskId)}";

    /// <summary>Associations between two types: <c>/batch/…</c> and <c>/labels</c> stand behind it.</summary>
    public string Associations(string from, string to) =>
        $"{(dated is null ? "/crm/v4/associations" : Versioned("associations"))}/{Uri.EscapeDataString(from)}/{Uri.EscapeDataString(to)}";

    public string AssociationsRead(string from, string to) => $"{Associations(from, to)}/batch/read";

    /// <summary>Associations of one record with records of a type, or with one of them.</summary>
    public string AssociationsOf(string from, long id, string to, long? toId = null) =>
        $"{Pairs(from, id)}/{Uri.EscapeDataString(to)}{(toId is { } one ? $"/{Text(one)}" : "")}";

    /// <summary>The plain association of one pair.</summary>
    public string AssociationDefault(string from, long id, string to, long toId) => $"{Pairs(from, id)}/default/{Uri.EscapeDataString(to)}/{Text(toId)}";

    private string Pairs(string from, long id) =>
        $"{(dated is null ? "/crm/v4/objects" : Versioned("objects"))}/{Uri.EscapeDataString(from)}/{Text(id)}/associations";

    private static string Text(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private string Versioned(string resource) => dated is null ? $"/crm/v3/{resource}" : $"/crm/{resource}/{dated}";

    [GeneratedRegex(@"^20\d\d-(03|09)$")]
    private static partial Regex Dated();
}
