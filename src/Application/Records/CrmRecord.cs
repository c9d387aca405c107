using Dashboard.Application.Kernel;

namespace Dashboard.Application.Records;

/// <summary>What we show of a contact, company, deal, ticket or custom object: its name and one detail.</summary>
public sealed class CrmRecord : IWorkspaceRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    /// <summary>HubSpot's object type id, as in <see cref="Tasks.TaskLink.ObjectType"/>.</summary>
    public required string ObjectType { get; init; }

    public required long Id { get; init; }

    public string Name { get; set; } = "";

    /// <summary>E-mail address, domain or stage, whichever the type has.</summary>
    public string? Detail { get; set; }

    public DateTimeOffset ReadAt { get; set; }
}
