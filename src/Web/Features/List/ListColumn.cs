using Dashboard.Application.Board.Table;

namespace Dashboard.Web.Features.List;

/// <summary>A column of the list beside the subject, which is always there.</summary>
/// <param name="Key">Its word in the address.</param>
/// <param name="Sort">What a press on its head sorts by; null where nothing can.</param>
public sealed record ListColumn(string Key, string Title, TableSort? Sort)
{
    public static readonly IReadOnlyList<ListColumn> All =
    [
        new("due", "Due", TableSort.Due),
        new("status", "Status", TableSort.Status),
        new("owner", "Owner", TableSort.Owner),
        new("record", "Record", null),
        new("priority", "Priority", TableSort.Priority),
        new("type", "Type", TableSort.Type),
        new("created", "Created", TableSort.Created),
        new("modified", "Changed", TableSort.Modified),
        new("completed", "Completed", TableSort.Completed),
    ];

    public static readonly IReadOnlyList<ListColumn> Usual = [.. All.Take(6)];
}
