namespace Dashboard.Application.Board.Table;

/// <summary>What a list or a file of tasks shows of each, beside its subject.</summary>
public enum TableColumn
{
    Due = 0,
    Status = 1,
    Owner = 2,
    Record = 3,
    Priority = 4,
    Type = 5,
    Created = 6,
    Modified = 7,
    Completed = 8,
}
