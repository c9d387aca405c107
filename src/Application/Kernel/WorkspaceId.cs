namespace Dashboard.Application.Kernel;

/// <summary>Identity of a workspace (tenant). Part of every row, key and log scope.</summary>
public readonly record struct WorkspaceId(Guid Value)
{
    public bool IsEmpty => Value == Guid.Empty;

    public static WorkspaceId New() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString("N");
}

/// <summary>A row that belongs to one workspace and is only ever seen through it.</summary>
public interface IWorkspaceRow
{
    WorkspaceId WorkspaceId { get; }
}
