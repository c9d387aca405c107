using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Dashboard.Application.Workspaces;

namespace Dashboard.Application.Changes.Accepting;

/// <summary>Hides tasks at once; HubSpot hears of it when nobody took it back.</summary>
internal static class Deletions
{
    public static IReadOnlyList<Change> Accept(IDashboardDb db, Actor actor, IReadOnlyList<CrmTask> tasks, Guid operation, Guid? batch, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        var changes = tasks.Select((task, index) => new Change
        {
            WorkspaceId = db.Workspace,
            Id = index == 0 ? operation : Guid.CreateVersion7(),
            TaskId = task.Id,
            PersonId = actor.PersonId,
            Kind = ChangeKind.Delete,
            Fields = FieldChange.Write(new Dictionary<string, FieldChange> { [TaskProperty.Subject] = new(Short(task.Subject), null) }),
            RankBefore = task.Rank,
            RankedByHandBefore = task.RankedByHand,
            AcceptedAt = now,
            NotBefore = now + ChangeQueue.SecondThoughts,
            BatchId = batch,
        }).ToList();
        foreach (var (task, change) in tasks.Zip(changes))
        {
            (task.IsDeleted, task.ChangeState, task.ChangeId) = (true, TaskChangeState.Pending, change.Id);
        }

        db.Changes.AddRange(changes);
        return changes;
    }

    /// <summary>Enough to name it in the history.</summary>
    private static string Short(string subject) => subject.Length > 300 ? subject[..300] : subject;
}
