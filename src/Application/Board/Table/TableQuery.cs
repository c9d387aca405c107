namespace Dashboard.Application.Board.Table;

/// <summary>What a list of tasks shows: the board's filters, an order, and a part of it.</summary>
/// <param name="Filter">As on the board; how it is grouped does not matter.</param>
public sealed record TableQuery(BoardQuery Filter, TableSort Sort = TableSort.Due, bool Descending = false, int Skip = 0, int Take = TableQuery.PageSize)
{
    public const int PageSize = 50;

    /// <summary>Most rows of one page.</summary>
    public const int MostRows = 200;
}

/// <summary>What rows can be sorted by. Rows that are equal in it stand in the order of their ids, so pages never overlap.</summary>
public enum TableSort
{
    Due = 0,
    Subject = 1,
    Status = 2,
    Priority = 3,
    Type = 4,
    Owner = 5,
    Created = 6,
    Modified = 7,
    Completed = 8,

    /// <summary>As on the board: open ones before closed ones, by hand where somebody placed them.</summary>
    Board = 9,
}
