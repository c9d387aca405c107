namespace Dashboard.Sandbox.HubSpot.OAuth;

public static class Scopes
{
    /// <summary>Every scope the sandbox knows, with what the consent page says about it.</summary>
    public static readonly IReadOnlyList<(string Scope, string Words)> Known =
    [
        ("oauth", "Know which account and user is connected"),
        ("crm.objects.contacts.read", "View contacts, and the tasks of your team"),
        ("crm.objects.contacts.write", "Create, change and delete contacts and tasks"),
        ("crm.objects.owners.read", "View the users who own records"),
        ("crm.objects.companies.read", "View companies"),
        ("crm.objects.companies.write", "Create, change and delete companies"),
        ("crm.objects.deals.read", "View deals"),
        ("crm.objects.deals.write", "Create, change and delete deals"),
        ("tickets", "View, create, change and delete tickets"),
        ("crm.objects.custom.read", "View records of custom objects"),
        ("crm.objects.custom.write", "Create, change and delete records of custom objects"),
        ("crm.schemas.custom.read", "View how custom objects are defined"),
        ("crm.schemas.contacts.write", "Define properties of contacts and tasks"),
        ("marketing.campaigns.read", "View campaigns"),
        ("marketing.campaigns.write", "Create and change campaigns"),
        ("marketing.email.read", "View marketing e-mails"),
        ("marketing.email.write", "Create and change marketing e-mails"),
        ("content", "View and change blog posts, pages and e-mails"),
    ];

    public static IReadOnlyList<string> All { get; } = [.. Known.Select(known => known.Scope)];

    public static string Words(string scope) => Known.FirstOrDefault(known => known.Scope == scope).Words ?? scope;

    public static IReadOnlyList<string> Split(string? text) => [.. (text ?? "").Split([' ', '+'], StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
}
