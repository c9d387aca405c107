using Dashboard.Sandbox.HubSpot.Wire;
using Dashboard.Sandbox.World.Schema;

namespace Dashboard.Sandbox.HubSpot.Settings;

public static class DefinitionAccess
{
    /// <summary>Definitions are readable with any one of these.</summary>
    public static readonly string[] AnyRead =
        ["crm.objects.contacts.read", "crm.objects.companies.read", "crm.objects.deals.read", "crm.objects.owners.read", "crm.objects.custom.read", "tickets"];

    public static Func<Call, Answer> Of(Func<Call, ObjectType, Answer> handle) => call =>
        call.Portal.FindType(call.Route("type"), out var type) ? handle(call, type) : Refusals.UnknownType(call.Route("type"));
}
