using Dashboard.Application.Changes.Accepting;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Changes.Settling;

/// <summary>An association that a new task was to begin with and HubSpot did not take.</summary>
public sealed record RefusedLink(LinkTarget Target, Failure Failure);

/// <summary>Puts each where somebody sees it: taken off the index, and a refused change of its own that can be sent again or let go.</summary>
internal static class RefusedLinks
{
    public static async Task StoreAsync(IDashboardDb db, Change creation, long taskId, IReadOnlyList<RefusedLink> refused, DateTimeOffset now, CancellationToken ct)
    {
        var task = await db.TasksAndDeleted.FirstOrDefaultAsync(t => t.Id == taskId, ct);
        foreach (var (target, failure) in refused)
        {
            var change = Refused(creation, taskId, target, failure, now);
            db.Changes.Add(change);
            if (task is not null)
            {
                await LinkEdits.SetLinkAsync(db, task, target, there: false, ct);
                (task.ChangeState, task.ChangeId) = task.ChangeState == TaskChangeState.Pending ? (task.ChangeState, task.ChangeId) : (TaskChangeState.Refused, change.Id);
            }
        }

        await db.SaveChangesAsync(ct);
    }

    private static Change Refused(Change creation, long taskId, LinkTarget target, Failure failure, DateTimeOffset now) => new()
    {
        WorkspaceId = creation.WorkspaceId,
        Id = Guid.CreateVersion7(),
        TaskId = taskId,
        PersonId = creation.PersonId,
        Kind = ChangeKind.Link,
        Fields = FieldChange.Write(new Dictionary<string, FieldChange>()),
        Targets = LinkTarget.Write([target]),
        State = ChangeState.Refused,
        Attempts = 1,
        AcceptedAt = creation.AcceptedAt,
        NotBefore = now,
        SettledAt = now,
        Reason = SettleLink.Sentence(failure),
        CorrelationId = (failure as Failure.Refused)?.CorrelationId,
    };
}
