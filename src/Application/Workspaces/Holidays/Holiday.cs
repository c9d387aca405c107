using Dashboard.Application.Kernel;

namespace Dashboard.Application.Workspaces.Holidays;

/// <summary>A day on which nobody of the workspace is expected to work.</summary>
public sealed class Holiday : IWorkspaceRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    /// <summary>A day of the calendar, whatever the zone of whoever looks at it.</summary>
    public required DateOnly Date { get; init; }

    public required string Name { get; init; }
}
