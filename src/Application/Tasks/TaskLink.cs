using Dashboard.Application.Kernel;

namespace Dashboard.Application.Tasks;

/// <summary>An association of a task with a record.</summary>
public sealed class TaskLink : IWorkspaceRow
{
    /// <summary>HubSpot's object type id of contacts, the only records that are a person somewhere.</summary>
    public const string Contact = "0-1";

    public required WorkspaceId WorkspaceId { get; init; }

    public required long TaskId { get; init; }

    /// <summary>HubSpot's object type id: <c>0-1</c> contact, <c>0-2</c> company, <c>0-3</c> deal, <c>0-5</c> ticket, <c>2-…</c> custom.</summary>
    public required string ObjectType { get; init; }

    public required long RecordId { get; init; }
}
