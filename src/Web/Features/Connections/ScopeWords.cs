namespace Dashboard.Web.Features.Connections;

/// <summary>HubSpot's permissions as people read them.</summary>
public static class ScopeWords
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["oauth"] = "Know which account is connected",
        ["crm.objects.contacts.read"] = "Read tasks and contacts",
        ["crm.objects.contacts.write"] = "Change tasks and contacts",
        ["crm.objects.owners.read"] = "Read who owns what",
        ["crm.objects.companies.read"] = "Read companies",
        ["crm.objects.companies.write"] = "Change companies",
        ["crm.objects.deals.read"] = "Read deals",
        ["crm.objects.deals.write"] = "Change deals",
        ["tickets"] = "Read and change tickets",
        ["crm.objects.custom.read"] = "Read custom objects",
        ["crm.objects.custom.write"] = "Change custom objects",
        ["crm.schemas.custom.read"] = "Read how custom objects are defined",
        ["crm.schemas.contacts.write"] = "Add the property that makes new tasks safe to repeat",
    };

    public static string Of(string scope) => Words.GetValueOrDefault(scope, scope);
}
