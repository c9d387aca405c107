using Dashboard.Application.Kernel;
using Dashboard.Application.Records;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Tasks.Editing;

/// <summary>What the pickers of a form offer: the portal's own options and owners.</summary>
public sealed class TaskChoices(IDashboardDbs dbs)
{
    public async Task<Result<PortalChoices>> RunAsync(Actor actor, CancellationToken ct)
    {
        await using var db = dbs.Open(actor.Workspace);
        return await PortalChoices.LoadAsync(db, ct);
    }
}

/// <summary>The values a portal allows.</summary>
/// <param name="Options">Of status, priority and type, hidden ones too: they may stand in a task.</param>
/// <param name="Owners">Active ones first, by name; <see cref="Owner.IsArchived"/> marks the others.</param>
public sealed record PortalChoices(IReadOnlyList<PropertyOption> Options, IReadOnlyList<Owner> Owners)
{
    /// <summary>
    /// Options of a property to pick from, in the portal's order; a hidden one, or one the portal does not list, is among them only as the
    /// <paramref name="current"/> value, so that it survives an edit of something else.
    /// </summary>
    public IReadOnlyList<Choice> Of(string property, string? current = null)
    {
        var listed = Options.Where(o => o.Property == property && (!o.IsHidden || o.Value == current))
            .OrderBy(o => o.Order).ThenBy(o => o.Value, StringComparer.Ordinal)
            .Select(o => new Choice(o.Value, o.Label, IsKnown: true)).ToList();
        if (!string.IsNullOrEmpty(current) && !listed.Exists(c => c.Value == current))
        {
            listed.Add(new Choice(current, current, IsKnown: false));
        }

        return listed;
    }

    /// <summary>The first status that leaves a task open, for a new one; null when the portal lists none.</summary>
    public string? FirstOpenStatus => Options.Where(o => o is { Property: TaskProperty.Status, IsClosed: false, IsHidden: false })
        .OrderBy(o => o.Order).ThenBy(o => o.Value, StringComparer.Ordinal).Select(o => o.Value).FirstOrDefault();

    internal static async Task<PortalChoices> LoadAsync(IDashboardDb db, CancellationToken ct)
    {
        var owners = await db.Owners.AsNoTracking().ToListAsync(ct);
        return new PortalChoices(
            await db.PropertyOptions.AsNoTracking().ToListAsync(ct),
            [.. owners.OrderBy(o => o.IsArchived).ThenBy(o => o.Name, StringComparer.CurrentCultureIgnoreCase)]);
    }
}

/// <param name="IsKnown">False for a value the portal does not list, shown as it is.</param>
public sealed record Choice(string Value, string Label, bool IsKnown);
