namespace Dashboard.Application.Connections;

/// <summary>
/// Permissions the product asks a portal for. Tasks live behind the scopes of contacts.
/// https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/scopes
/// </summary>
public static class HubSpotScopes
{
    /// <summary>Without these nothing works; the consent page offers no way to leave one out.</summary>
    public static readonly IReadOnlyList<string> Required =
    [
        "oauth",
        "crm.objects.contacts.read",
        "crm.objects.contacts.write",
        "crm.objects.owners.read",
    ];

    /// <summary>HubSpot leaves out what the portal's plan lacks; what was not granted is not shown.</summary>
    public static readonly IReadOnlyList<string> Optional =
    [
        "crm.objects.companies.read",
        "crm.objects.companies.write",
        "crm.objects.deals.read",
        "crm.objects.deals.write",
        "tickets",
        "crm.objects.custom.read",
        "crm.objects.custom.write",
        "crm.schemas.custom.read",
        "crm.schemas.contacts.write",
    ];

    /// <summary>Required scopes that <paramref name="granted"/> lacks. Only <c>oauth</c> may go unnamed: every token has it.</summary>
    public static IReadOnlyList<string> Missing(IReadOnlyCollection<string> granted) =>
        [.. Required.Where(scope => scope != "oauth" && !granted.Contains(scope))];
}
