using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Dashboard.Application.Workspaces;

namespace Dashboard.Application.Connections.OperationIds;

/// <summary>
/// Makes the property in HubSpot that holds our operation id. Needs a scope that portals grant only when asked for; HubSpot allows at most ten
/// properties with unique values for a type of record.
/// </summary>
public sealed class AddOperationIds(IDashboardDbs dbs, TokenSource tokens, IHubSpotPortal portal, LookForOperationIds look, TimeProvider clock)
{
    private static readonly Failure Unfit = new Failure.Conflict(
        $"HubSpot has a task property {OperationId.Property} already, but it is no text with unique values. Delete it in HubSpot (Settings, Properties, Tasks) and try again.");

    public async Task<Result<Done>> RunAsync(Actor actor, CancellationToken ct)
    {
        if (actor.Lacks(Role.Admin, "add a property to HubSpot's tasks") is { } lacking)
        {
            return lacking;
        }

        // Somebody may have made it, or an earlier try did and its answer was lost.
        var there = await look.RunAsync(actor.Workspace, CallPriority.Person, ct);
        if (!there.Ok || there.Value is OperationIdState.Usable or OperationIdState.Unfit)
        {
            return there.Failure ?? Judged(there.Value);
        }

        var made = await MakeAsync(actor, ct);
        if (made.Failure is { } failure and not (Failure.Unavailable or Failure.Refused { StatusCode: 409 }))
        {
            return failure;
        }

        var now = await look.RunAsync(actor.Workspace, CallPriority.Person, ct);
        return !now.Ok ? now.Failure
            : now.Value is OperationIdState.Usable or OperationIdState.Unfit ? await NotedAsync(actor, now.Value, ct)
            : made.Failure ?? new Failure.Unavailable("HubSpot took the new property but does not show it yet. Try again in a moment.");
    }

    /// <summary>In the group that the title of a task is in: a group of another name would be refused.</summary>
    private async Task<Result<RemoteProperty>> MakeAsync(Actor actor, CancellationToken ct)
    {
        var title = await tokens.CallAsync(actor.Workspace, CallPriority.Person, access => portal.TaskPropertyAsync(access, TaskProperty.Subject, ct), ct);
        return title.Ok
            ? await tokens.CallAsync(actor.Workspace, CallPriority.Person, access => portal.AddTaskPropertyAsync(access, OperationId.Definition(title.Value.Group), ct), ct)
            : title.Failure;
    }

    private async Task<Result<Done>> NotedAsync(Actor actor, OperationIdState state, CancellationToken ct)
    {
        await using var db = dbs.Open(actor.Workspace);
        db.Audit.Add(AuditEntry.By(actor, clock, "hubspot.property-added", OperationId.Property));
        await db.SaveChangesAsync(ct);
        return Judged(state);
    }

    private static Result<Done> Judged(OperationIdState state) => state == OperationIdState.Usable ? Done.Value : Unfit;
}
