using Dashboard.Application.Kernel;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Tasks;
using Dashboard.Application.Workspaces;

namespace Dashboard.Application.Board.Moving;

/// <summary>Completes an open task, reopens a closed one, with the portal's own first status of that kind.</summary>
public sealed class ToggleTask(IDashboardDbs dbs, MoveTask move)
{
    /// <returns>The change, for undo.</returns>
    public async Task<Result<Guid?>> RunAsync(Actor actor, TaskToggle what, OwnTime own, CancellationToken ct)
    {
        if (actor.Lacks(Role.Member, "move tasks") is { } forbidden)
        {
            return forbidden;
        }

        TaskStatuses statuses;
        await using (var db = dbs.Open(actor.Workspace))
        {
            statuses = await TaskStatuses.LoadAsync(db, ct);
        }

        if (statuses.All.FirstOrDefault(s => s.IsClosed != what.WasClosed && !s.IsHidden) is not { } status)
        {
            return new Failure.Invalid("status", "This portal has no status for that.");
        }

        var moved = await move.RunAsync(actor, new TaskMove(what.Operation, what.TaskId, $"status:{what.SeenStatus}", $"status:{status.Value}"), own, ct);
        return moved.Ok ? moved.Value.Change : moved.Failure;
    }
}

/// <summary>One press of the button that completes or reopens.</summary>
/// <param name="Operation">One per gesture, so that a press told twice toggles once.</param>
/// <param name="SeenStatus">As the person saw it.</param>
/// <param name="WasClosed">What they saw decides which way it goes: two who complete a task at once do not reopen it.</param>
public sealed record TaskToggle(Guid Operation, long TaskId, string? SeenStatus, bool WasClosed);
