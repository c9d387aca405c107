using Dashboard.Application.Changes;
using Dashboard.Application.Changes.Accepting;
using Dashboard.Application.Kernel;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Tasks.Editing;

/// <summary>Makes a task. It shows at once under a provisional id; HubSpot gets it with its associations in one call.</summary>
public sealed class CreateTask(IDashboardDbs dbs, ChangeQueue queue, TimeProvider clock)
{
    private const int MostRecords = 50;

    public async Task<Result<TaskSaved>> RunAsync(Actor actor, NewTask wanted, OwnTime own, CancellationToken ct)
    {
        if (actor.Lacks(Role.Member, "create tasks") is { } lacking)
        {
            return lacking;
        }

        await using var db = dbs.Open(actor.Workspace);
        if (!await db.Connections.AnyAsync(ct))
        {
            return new Failure.NotConnected();
        }

        var choices = await PortalChoices.LoadAsync(db, ct);
        var values = new FieldChecks(choices, own, clock.GetUtcNow(), null, null).Read(WithDefaults(actor, wanted, choices, own));
        if (!values.Ok)
        {
            return values.Failure;
        }

        var targets = wanted.Records.Distinct().ToList();
        if (targets.Count > MostRecords)
        {
            return Failure.Unfit.One("records", $"A new task can be associated with {MostRecords} records.");
        }

        var row = new CrmTask { WorkspaceId = actor.Workspace, Id = ProvisionalIds.Next(clock) };
        row.IsClosed = values.Value.TryGetValue(TaskProperty.Status, out var status) && new TaskStatuses(choices.Options).IsClosed(status);
        var change = await queue.AcceptNewAsync(db, actor, new NewRow(row, values.Value, targets), wanted.Operation, ct);
        return new TaskSaved(change.TaskId, change.Id);
    }

    /// <summary>A due date HubSpot demands, somebody who does it, and a status to show: as far as the form leaves them open.</summary>
    private Dictionary<string, string?> WithDefaults(Actor actor, NewTask wanted, PortalChoices choices, OwnTime own)
    {
        var values = new Dictionary<string, string?>(wanted.Values);
        values.TryAdd(TaskProperty.Subject, "");
        values.TryAdd(TaskProperty.Due, TaskProperty.Text(NextEndOfWork(clock.GetUtcNow(), own)));
        if (choices.FirstOpenStatus is { } open)
        {
            values.TryAdd(TaskProperty.Status, open);
        }

        if (actor.OwnerId is { } me && choices.Owners.Any(o => o.Id == me && !o.IsArchived))
        {
            values.TryAdd(TaskProperty.Owner, TaskProperty.Text(me));
        }

        return values;
    }

    /// <summary>When a new task is due if nothing is said: the end of this working day, or of the next day when that has passed.</summary>
    public static DateTimeOffset NextEndOfWork(DateTimeOffset now, OwnTime own)
    {
        var today = LocalTime.Day(now, own.Zone);
        var end = LocalTime.Instant(today, own.EndOfWork, own.Zone);
        return end > now ? end : LocalTime.Instant(today.AddDays(1), own.EndOfWork, own.Zone);
    }
}
