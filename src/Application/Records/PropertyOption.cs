using Dashboard.Application.Kernel;

namespace Dashboard.Application.Records;

/// <summary>An allowed value of an enumeration of the portal, such as one task status. Columns and pickers are made of these.</summary>
public sealed class PropertyOption : IWorkspaceRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    /// <summary>Property name on tasks: <c>hs_task_status</c>, <c>hs_task_priority</c>, <c>hs_task_type</c>.</summary>
    public required string Property { get; init; }

    /// <summary>Internal value, case-sensitive.</summary>
    public required string Value { get; init; }

    public string Label { get; set; } = "";

    public int Order { get; set; }

    public bool IsHidden { get; set; }

    /// <summary>For statuses: closed in the portal's task pipeline.</summary>
    public bool IsClosed { get; set; }
}
