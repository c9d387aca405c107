using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Changes.Wants;

/// <summary>The rules a workspace has learned: applied before a change is sent, kept when HubSpot refuses, dropped when it takes a task without.</summary>
internal sealed class LearnedRules(IReadOnlyList<LearnedRule> rules)
{
    private const int LongestValue = 200;

    /// <summary>Only of these is a value the condition of a rule: the others are different in each task.</summary>
    private static readonly string[] Conditions = [TaskProperty.Status, TaskProperty.Type, TaskProperty.Priority, TaskProperty.Owner];

    public static async Task<LearnedRules> LoadAsync(IDashboardDb db, CancellationToken ct) => new(await db.LearnedRules.AsNoTracking().ToListAsync(ct));

    /// <summary>Whether values of the long part of a task matter to one of these intents.</summary>
    public bool NeedNotes(IReadOnlyDictionary<string, string?> values) => Of(values).Any(rule => TaskProperty.IsLong(rule.Needs));

    /// <summary>
    /// Properties that would be refused as empty. Of a property the index does not keep nobody here knows whether it is empty: HubSpot is asked by sending.
    /// </summary>
    public IReadOnlyList<string> Missing(CrmTask task, TaskNotes? notes, IReadOnlyDictionary<string, string?> values) =>
        [.. Of(values).Select(rule => rule.Needs).Distinct()
            .Where(needs => TaskProperty.IsKept(needs) && string.IsNullOrEmpty(values.TryGetValue(needs, out var value) ? value : TaskProperty.Read(task, needs, notes)))];

    /// <summary>HubSpot refused a change for want of these.</summary>
    public static async Task LearnAsync(IDashboardDb db, Change refused, IReadOnlyList<string> missing, DateTimeOffset now, CancellationToken ct)
    {
        var fields = FieldChange.Read(refused.Fields);
        var conditions = Conditions.Where(c => fields.TryGetValue(c, out var field) && field.After is { Length: > 0 and <= LongestValue } && !missing.Contains(c)).ToList();
        if (conditions is not [var property] && !conditions.Contains(property = TaskProperty.Status))
        {
            // Of several that changed at once nobody knows which it was.
            return;
        }

        var value = fields[property].After!;
        var known = await db.LearnedRules.Where(r => r.Property == property && r.Value == value).Select(r => r.Needs).ToListAsync(ct);
        db.LearnedRules.AddRange(missing.Except(known).Select(needs =>
            new LearnedRule { WorkspaceId = db.Workspace, Property = property, Value = value, Needs = needs, LearnedAt = now }));
    }

    /// <summary>HubSpot took these changes: a rule that should have refused one of them is none any more. Call it when the index holds the answers.</summary>
    public static async Task ForgetAsync(IDashboardDb db, IReadOnlyList<(Change Change, RemoteTask Answer)> taken, CancellationToken ct)
    {
        var rules = await db.LearnedRules.ToListAsync(ct);
        if (rules.Count == 0)
        {
            return;
        }

        var ids = taken.Select(t => t.Change.TaskId).Distinct().ToList();
        var tasks = await db.TasksAndDeleted.Where(t => ids.Contains(t.Id)).ToDictionaryAsync(t => t.Id, ct);
        var notes = await db.TaskNotes.Where(n => ids.Contains(n.TaskId)).ToDictionaryAsync(n => n.TaskId, ct);
        foreach (var (change, answer) in taken.Where(t => tasks.ContainsKey(t.Change.TaskId)))
        {
            var values = FieldChange.Read(change.Fields).ToDictionary(f => f.Key, f => f.Value.After);
            var (task, body) = (tasks[change.TaskId], notes.GetValueOrDefault(change.TaskId));
            var wrong = new LearnedRules(rules).Of(values).Where(rule => string.IsNullOrEmpty(Held(rule.Needs, values, task, body, answer))).ToList();
            db.LearnedRules.RemoveRange(wrong);
            rules.RemoveAll(wrong.Contains);
        }
    }

    private static string? Held(string needs, Dictionary<string, string?> values, CrmTask task, TaskNotes? notes, RemoteTask answer) =>
        values.TryGetValue(needs, out var sent) ? sent
        : TaskProperty.IsKept(needs) ? TaskProperty.Read(task, needs, notes)
        : answer.Properties.GetValueOrDefault(needs);

    private IEnumerable<LearnedRule> Of(IReadOnlyDictionary<string, string?> values) =>
        rules.Where(rule => values.TryGetValue(rule.Property, out var value) && value == rule.Value);
}
