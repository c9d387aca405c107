using Dashboard.Application.Kernel;

namespace Dashboard.Application.Records;

/// <summary>Somebody in the portal a task can be assigned to. Archived ones stay, to name old assignees.</summary>
public sealed class Owner : IWorkspaceRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    public required long Id { get; init; }

    public string Name { get; set; } = "";

    public string? Email { get; set; }

    /// <summary>HubSpot's number of the person who signs in; histories name people by it.</summary>
    public long? UserId { get; set; }

    public bool IsArchived { get; set; }
}
