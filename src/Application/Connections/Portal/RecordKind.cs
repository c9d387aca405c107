using Dashboard.Application.Tasks;

namespace Dashboard.Application.Connections.Portal;

/// <summary>A type of record that tasks can be associated with.</summary>
/// <param name="ObjectType">HubSpot's object type id.</param>
/// <param name="PathName">Its name in paths and in the associations of an answer.</param>
/// <param name="Title">Properties that make its name, joined with a space.</param>
/// <param name="Detail">Property shown beside the name, and in its place when the name is empty.</param>
/// <param name="Scope">What must be granted to read it.</param>
public sealed record RecordKind(string ObjectType, string PathName, IReadOnlyList<string> Title, string? Detail, string Scope)
{
    /// <summary>Whether <see cref="Detail"/> holds the id of a stage in a pipeline.</summary>
    public bool HasStages => ObjectType is "0-3" or "0-5";

    /// <summary>Whether it is a person, who is somewhere.</summary>
    public bool HasPlace => ObjectType == TaskLink.Contact;

    public static readonly IReadOnlyList<RecordKind> Standard =
    [
        new(TaskLink.Contact, "contacts", ["firstname", "lastname"], "email", "crm.objects.contacts.read"),
        new("0-2", "companies", ["name"], "domain", "crm.objects.companies.read"),
        new("0-3", "deals", ["dealname"], "dealstage", "crm.objects.deals.read"),
        new("0-5", "tickets", ["subject"], "hs_pipeline_stage", "tickets"),
    ];
}
