using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.Links;
using Dashboard.Application.Links.Pins;
using Dashboard.Application.Workspaces;
using Dashboard.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Records.Pins;

/// <summary>Pinning and what follows from it, each time as the member the session says it is now. What arrived is stored, even when the page is being left.</summary>
public sealed class PinActions(
    CurrentMember member, IDashboardDbs dbs, PinTask pin, UnpinTask unpin, UndoChange undo, RetryChange retry, DropChange drop)
{
    /// <summary>What pinning would replace, to be said before it is done.</summary>
    public Task<Result<PinOutcome>> PreviewAsync(string slug, long task, FoundRecord record, CancellationToken ct) =>
        member.RunAsync(slug, actor => pin.PreviewAsync(actor, task, record.ObjectType, record.Id, ct), ct);

    public Task<Result<PinOutcome>> PinAsync(string slug, Guid operation, long task, FoundRecord record) =>
        RunAsync(slug, actor => pin.RunAsync(actor, operation, task, record, CancellationToken.None));

    public Task<Result<Done>> UnpinAsync(string slug, Guid operation, FoundRecord record) =>
        RunAsync(slug, actor => unpin.RunAsync(actor, operation, record.ObjectType, record.Id, CancellationToken.None));

    public Task<Result<Done>> UndoAsync(string slug, Guid change) => RunAsync(slug, actor => undo.RunAsync(actor, change, CancellationToken.None));

    public Task<Result<Done>> RetryAsync(string slug, Guid change) => RunAsync(slug, actor => retry.RunAsync(actor, change, CancellationToken.None));

    public Task<Result<Done>> LetBeAsync(string slug, Guid change) => RunAsync(slug, actor => drop.RunAsync(actor, change, CancellationToken.None));

    /// <summary>Why HubSpot did not take a change, when it did not.</summary>
    public async Task<string?> RefusalAsync(string slug, Guid change, CancellationToken ct)
    {
        if (await member.FindAsync(slug, ct) is not { } actor)
        {
            return null;
        }

        await using var db = dbs.Open(actor.Workspace);
        return await db.Changes.AsNoTracking().Where(c => c.Id == change && c.State == ChangeState.Refused).Select(c => c.Reason ?? "HubSpot did not accept it.").FirstOrDefaultAsync(ct);
    }

    private Task<Result<T>> RunAsync<T>(string slug, Func<Actor, Task<Result<T>>> run) => member.RunAsync(slug, run, CancellationToken.None);
}
