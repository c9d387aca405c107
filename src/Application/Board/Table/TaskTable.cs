namespace Dashboard.Application.Board.Table;

/// <param name="Skip">Rows before the first one here.</param>
/// <param name="Total">Rows that the filters let through.</param>
public sealed record TaskTable(IReadOnlyList<TableRow> Rows, int Skip, int Total, PortalWords Words, DueBuckets Due, BoardFreshness Freshness);

/// <param name="Card">What the board shows of it too.</param>
public sealed record TableRow(Card Card, DateTimeOffset CreatedAt, DateTimeOffset ModifiedAt);
