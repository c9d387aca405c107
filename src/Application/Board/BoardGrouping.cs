namespace Dashboard.Application.Board;

/// <summary>What the columns stand for.</summary>
public enum BoardGrouping
{
    Status = 0,
    Due = 1,
    Owner = 2,
    Priority = 3,
    Type = 4,
}

/// <summary>How far back closed tasks are shown.</summary>
public enum ClosedWindow
{
    SevenDays = 0,
    Today = 1,
    All = 2,
}
