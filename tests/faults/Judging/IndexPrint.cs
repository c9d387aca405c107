using System.Security.Cryptography;
using System.Text;
using Dashboard.Application.Connections;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Sync;
using Dashboard.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Faults.Judging;

/// <summary>All tasks of a workspace as lines, one side as the portal lists them, the other as the index has them: fields and associations; what is deleted is in neither.</summary>
public static class IndexPrint
{
    private static readonly string[] Properties =
    [
        TaskProperty.Subject, TaskProperty.Status, TaskProperty.Priority, TaskProperty.Type, TaskProperty.Owner, TaskProperty.Due, TaskProperty.Body, TaskProperty.Reminders, TaskProperty.Queues,
    ];

    public static string Hash(IEnumerable<string> lines) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));

    /// <summary>The first lines that differ; empty when both are the same.</summary>
    public static async Task<IReadOnlyList<string>> DifferencesAsync(IServiceProvider services, WorkspaceId workspace)
    {
        var (theirs, ours) = (await OfPortalAsync(services, workspace), await OfIndexAsync(services, workspace));
        return Hash(theirs) == Hash(ours) ? [] : [.. theirs.Except(ours).Take(3).Select(line => $"only in HubSpot: {line}"), .. ours.Except(theirs).Take(3).Select(line => $"only in the index: {line}")];
    }

    public static async Task<List<string>> OfIndexAsync(IServiceProvider services, WorkspaceId workspace)
    {
        await using var db = Get<IDashboardDbs>(services).Open(workspace);
        var notes = await db.TaskNotes.AsNoTracking().ToDictionaryAsync(n => n.TaskId);
        var links = (await db.TaskLinks.AsNoTracking().ToListAsync()).ToLookup(l => l.TaskId, l => new RemoteLink(l.ObjectType, l.RecordId));
        return [.. (await db.Tasks.AsNoTracking().Where(t => t.Id > 0).OrderBy(t => t.Id).ToListAsync())
            .Select(t => Line(t.Id, property => TaskProperty.Read(t, property, notes.GetValueOrDefault(t.Id)), links[t.Id]))];
    }

    private static async Task<List<string>> OfPortalAsync(IServiceProvider services, WorkspaceId workspace)
    {
        var (tokens, tasks) = (Get<TokenSource>(services), Get<IHubSpotTasks>(services));
        var kinds = (await tokens.CallAsync(workspace, CallPriority.Person, access => Get<RecordKinds>(services).OfAsync(access, default), default)).Value;
        var all = new List<RemoteTask>();
        for (string? after = "0"; after is not null;)
        {
            var cursor = after;
            var page = (await tokens.CallAsync(workspace, CallPriority.Person, access => tasks.ListAsync(access, cursor, kinds, default), default)).Value;
            all.AddRange(page.Tasks);
            after = page.After;
        }

        return [.. all.OrderBy(t => t.Id).Select(t => Line(t.Id, property => t.Properties.GetValueOrDefault(property), t.Links ?? []))];
    }

    private static string Line(long id, Func<string, string?> value, IEnumerable<RemoteLink> links)
    {
        var fields = Properties.Select(property => property == TaskProperty.Due && TaskProperty.Instant(value(property)) is { } due ? TaskProperty.Text(due) : value(property) ?? "");
        return FormattableString.Invariant($"{id} | {string.Join(" | ", fields)} | {string.Join(' ', links.Select(l => $"{l.ObjectType}/{l.RecordId}").Distinct().Order(StringComparer.Ordinal))}");
    }

    private static T Get<T>(IServiceProvider services)
        where T : notnull => (T)services.GetService(typeof(T))!;
}
