using Dashboard.Application.Board.Table;

namespace Dashboard.Web.Features.List;

/// <summary>A column of the list beside the subject, which is always there.</summary>
/// <param name="Key">Its word in the address.</param>
/// <param name="Sort">What a press on its head sorts by; null where nothing can.</param>
public sealed record ListColumn(string Key, string Title, TableColumn Column, TableSort? Sort)
{
    public static readonly IReadOnlyList<ListColumn> All =
    [
        new("due", "Due", TableColumn.Due, TableSort.Due),
        new("status", "Status", TableColumn.Status, TableSort.Status),
        new("owner", "Owner", TableColumn.Owner, TableSort.Owner),
        new("record", "Record", TableColumn.Record, null),
        new("priority", "Priority", TableColumn.Priority, TableSort.Priority),
        new("type", "Type", TableColumn.Type, TableSort.Type),
        new("created", "Created", TableColumn.Created, TableSort.Created),
        new("modified", "Changed", TableColumn.Modified, TableSort.Modified),
        new("completed", "Completed", TableColumn.Completed, TableSort.Completed),
    ];

    public static readonly IReadOnlyList<ListColumn> Usual = [.. All.Take(6)];
}
