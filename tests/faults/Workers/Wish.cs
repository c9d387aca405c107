namespace Dashboard.Faults.Workers;

/// <summary>What a person does, as told to a worker.</summary>
/// <param name="Operation">One for each gesture; the same again is the same gesture.</param>
/// <param name="Tasks">The task, or those of a run of many.</param>
/// <param name="Property">With <see cref="WishKind.Edit"/>, <see cref="WishKind.Move"/> and <see cref="WishKind.Many"/>.</param>
/// <param name="Value">Its new value; the title of a new task.</param>
/// <param name="Type">Of the record of an association.</param>
public sealed record Wish(Guid Operation, WishKind Kind, Guid Workspace, long[] Tasks)
{
    public string? Property { get; init; }

    public string? Value { get; init; }

    public string? Type { get; init; }

    public long Record { get; init; }
}

public enum WishKind
{
    Create,
    Edit,
    Move,
    Many,
    Delete,
    Link,
    Unlink,

    /// <summary>Not a person's: a webhook tells that the task changed.</summary>
    Hint,
}
