using Dashboard.Application.Tasks;
using Dashboard.Faults;
using Dashboard.Faults.Workers;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.UnitTests.Changes.Replicas;

/// <summary>What has to be done for a kill point to be reached.</summary>
internal static class KillWishes
{
    /// <param name="tasks">Fresh ones, in status NOT_STARTED and not urgent.</param>
    public static async Task<IReadOnlyList<Wish>> ForAsync(Stage stage, string point, Queue<long> tasks)
    {
        var workspace = stage.Workspaces[0];
        Wish One(WishKind kind, params long[] on) => new(Guid.CreateVersion7(), kind, workspace.Value, on);
        var what = point[..point.LastIndexOf('-')];
        what = what[..what.LastIndexOf('-')];
        switch (what.Replace("accept-", "", StringComparison.Ordinal).Replace("-settled", "", StringComparison.Ordinal).Replace("-noted", "", StringComparison.Ordinal))
        {
            case "create":
                return [One(WishKind.Create) with { Value = $"Made at {point}" }];
            case "update":
                return [One(WishKind.Move, tasks.Dequeue()) with { Value = "COMPLETED" }];
            case "postponed" or "refused" or "feed-stored":
                return [One(WishKind.Edit, tasks.Dequeue()) with { Property = TaskProperty.Subject, Value = $"Called at {point}" }];
            case "batch" or "many":
                return [One(WishKind.Many, tasks.Dequeue(), tasks.Dequeue(), tasks.Dequeue()) with { Property = TaskProperty.Priority, Value = "HIGH" }];
            case "delete":
                return [One(WishKind.Delete, tasks.Dequeue())];
            case "delete-many":
                return [One(WishKind.Delete, tasks.Dequeue()), One(WishKind.Delete, tasks.Dequeue())];
            case "read" or "hints" or "hints-stored":
                return [One(WishKind.Hint, tasks.Dequeue())];
            case "link":
                return [await LinkAsync(stage, One(WishKind.Link, tasks.Dequeue()) with { Type = "0-1" })];
            case "unlink":
                return [await UnlinkAsync(stage, One(WishKind.Unlink))];
            default:
                // The loops come by here by themselves.
                return [];
        }
    }

    private static async Task<Wish> LinkAsync(Stage stage, Wish wish)
    {
        await using var db = stage.Open(stage.Workspaces[0]);
        var (task, type) = (wish.Tasks[0], wish.Type);
        return wish with { Record = await db.Records.Where(r => r.ObjectType == type && !db.TaskLinks.Any(l => l.TaskId == task && l.RecordId == r.Id)).Select(r => r.Id).FirstAsync() };
    }

    private static async Task<Wish> UnlinkAsync(Stage stage, Wish wish)
    {
        await using var db = stage.Open(stage.Workspaces[0]);
        var link = await db.TaskLinks.Where(l => db.Tasks.Any(t => t.Id == l.TaskId)).OrderBy(l => l.TaskId).FirstAsync();
        return wish with { Tasks = [link.TaskId], Type = link.ObjectType, Record = link.RecordId };
    }
}
