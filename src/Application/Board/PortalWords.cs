using Dashboard.Application.Kernel;
using Dashboard.Application.Records;
using Dashboard.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Board;

/// <summary>The portal's own words: labels of its statuses, types and priorities, names of its owners. Unknown values show raw.</summary>
public sealed class PortalWords
{
    private readonly Dictionary<(string Property, string Value), string> labels;
    private readonly Dictionary<long, Owner> owners;

    public PortalWords(IReadOnlyList<PropertyOption> options, IReadOnlyList<Owner> owners)
    {
        Statuses = new TaskStatuses(options);
        Types = Options(options, TaskProperty.Type);
        Priorities = Options(options, TaskProperty.Priority);
        Owners = [.. owners.OrderBy(o => o.IsArchived).ThenBy(o => o.Name, StringComparer.CurrentCultureIgnoreCase)];
        labels = options.ToDictionary(o => (o.Property, o.Value), o => o.Label);
        this.owners = owners.ToDictionary(o => o.Id);
    }

    public TaskStatuses Statuses { get; }

    public IReadOnlyList<PropertyOption> Types { get; }

    public IReadOnlyList<PropertyOption> Priorities { get; }

    /// <summary>Active ones first, by name.</summary>
    public IReadOnlyList<Owner> Owners { get; }

    public string Label(string property, string? value) =>
        string.IsNullOrEmpty(value) ? "None" : labels.GetValueOrDefault((property, value), value);

    /// <summary>Name of an owner; an owner the portal no longer tells is named by id rather than dropped.</summary>
    public string OwnerName(long? id) => id switch
    {
        null => "Nobody",
        { } known when owners.TryGetValue(known, out var owner) => owner.Name,
        { } unknown => $"Owner {unknown}",
    };

    public Owner? Owner(long? id) => id is { } known ? owners.GetValueOrDefault(known) : null;

    public static async Task<PortalWords> LoadAsync(IDashboardDb db, CancellationToken ct) => new(
        await db.PropertyOptions.AsNoTracking().ToListAsync(ct),
        await db.Owners.AsNoTracking().ToListAsync(ct));

    private static PropertyOption[] Options(IEnumerable<PropertyOption> all, string property) =>
        [.. all.Where(o => o.Property == property).OrderBy(o => o.Order).ThenBy(o => o.Value, StringComparer.Ordinal)];
}
