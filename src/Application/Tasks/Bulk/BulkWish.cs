namespace Dashboard.Application.Tasks.Bulk;

/// <summary>What shall happen to all of many tasks: fields set, or all of them deleted.</summary>
/// <param name="Values">As in <see cref="Editing.TaskEdit"/>: status, priority, type, owner or due date. A due date without a time keeps each task's own.</param>
/// <param name="Delete">Deletes them; then <paramref name="Values"/> is empty.</param>
public sealed record BulkWish(IReadOnlyDictionary<string, string?> Values, bool Delete = false)
{
    /// <summary>Tasks of one run.</summary>
    public const int MostTasks = 2_000;

    /// <summary>Tasks of one call to HubSpot.</summary>
    public const int TasksPerCall = 100;

    public static readonly BulkWish Deletion = new(new Dictionary<string, string?>(), Delete: true);

    public static BulkWish Set(string property, string? value) => new(new Dictionary<string, string?> { [property] = value });
}
