using Dashboard.Application.Kernel;
using Dashboard.Application.Records;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Tasks;

/// <summary>The statuses of one portal: an open list that an account may extend, rename and close as it likes.</summary>
public sealed class TaskStatuses
{
    private const string CompletedByDefault = "COMPLETED";

    private readonly Dictionary<string, PropertyOption> byValue;

    public TaskStatuses(IEnumerable<PropertyOption> options)
    {
        All = [.. options.Where(o => o.Property == TaskProperty.Status).OrderBy(o => o.Order).ThenBy(o => o.Value, StringComparer.Ordinal)];
        byValue = All.ToDictionary(o => o.Value, StringComparer.Ordinal);
    }

    public IReadOnlyList<PropertyOption> All { get; }

    public bool Knows(string? value) => value is not null && byValue.ContainsKey(value);

    /// <summary>Closed in the portal's pipeline; for a value the portal does not list, only HubSpot's own "completed" is.</summary>
    public bool IsClosed(string? value) =>
        value is not null && (byValue.TryGetValue(value, out var option) ? option.IsClosed : value == CompletedByDefault);

    public string Label(string? value) =>
        string.IsNullOrEmpty(value) ? "No status" : byValue.TryGetValue(value, out var option) ? option.Label : value;

    public static async Task<TaskStatuses> LoadAsync(IDashboardDb db, CancellationToken ct) =>
        new(await db.PropertyOptions.AsNoTracking().Where(o => o.Property == TaskProperty.Status).ToListAsync(ct));
}
