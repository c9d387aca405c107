using Dashboard.Application.Kernel;

namespace Dashboard.Application.Board.Views;

/// <summary>Filters, sorting and columns under a name. What it stands for is the query of an address, so it says the same as a shared link.</summary>
public sealed class SavedView : IWorkspaceRow
{
    public const int LongestName = 80;
    public const int LongestQuery = 2_000;
    public const int LongestLayout = 20;

    public required WorkspaceId WorkspaceId { get; init; }

    public required Guid Id { get; init; }

    /// <summary>Whose it is. Others see it when it is shared; nobody else changes it.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Which page it is a view of, such as <c>list</c> or <c>board</c>.</summary>
    public required string Layout { get; init; }

    public string Name { get; set; } = "";

    /// <summary>Without the question mark.</summary>
    public string Query { get; set; } = "";

    public bool IsShared { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>The view a person begins with on a page.</summary>
public sealed class DefaultView : IWorkspaceRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    public required Guid PersonId { get; init; }

    public required string Layout { get; init; }

    public required Guid ViewId { get; set; }
}
