using System.Globalization;
using Dashboard.Application.Board;
using Dashboard.Application.Kernel;
using Dashboard.Application.Sync;
using Dashboard.Application.Tasks;
using Dashboard.Application.Workspaces;
using Dashboard.Infrastructure.HubSpot;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Features.Tasks;

/// <summary>What a task's drawer can ask for, each time as the member the session says it is now.</summary>
public sealed class TaskActions(CurrentMember member, IDashboardDbs dbs, ShowTask show, RefreshTask refresh, MoveTask move, HubSpotOptions hubSpot)
{
    private static readonly Failure Gone = new Failure.NotFound("This workspace");

    public async Task<Result<(TaskDetails Details, PortalWords Words)>> ShowAsync(string slug, long task, CancellationToken ct)
    {
        if (await member.FindAsync(slug, ct) is not { } actor)
        {
            return Gone;
        }

        var details = await show.RunAsync(actor, task, ct);
        return details.Ok ? (details.Value, await WordsAsync(actor, ct)) : details.Failure;
    }

    public async Task<Result<Done>> RefreshAsync(string slug, long task, CancellationToken ct)
    {
        if (await member.FindAsync(slug, ct) is not { } actor)
        {
            return Gone;
        }

        var read = await refresh.RunAsync(actor, task, ct);
        return read.Ok ? Done.Value : read.Failure;
    }

    /// <summary>Completes an open task, reopens a closed one, with the portal's own first status of that kind.</summary>
    public async Task<Result<Done>> ToggleAsync(string slug, CrmTask task, TimeZoneInfo zone, CancellationToken ct)
    {
        if (await member.FindAsync(slug, ct) is not { } actor)
        {
            return Gone;
        }

        var statuses = (await WordsAsync(actor, ct)).Statuses.All;
        if (statuses.FirstOrDefault(s => s.IsClosed != task.IsClosed && !s.IsHidden) is not { } status)
        {
            return new Failure.Invalid("status", "This portal has no status for that.");
        }

        var moved = await move.RunAsync(actor, new TaskMove(Guid.NewGuid(), task.Id, $"status:{task.Status}", $"status:{status.Value}"), zone, ct);
        return moved.Ok ? Done.Value : moved.Failure;
    }

    /// <summary>The record's own page in HubSpot. https://developers.hubspot.com/docs/api-reference/latest/account/account-information/guide</summary>
    public string? AddressInHubSpot(TaskDetails details, string objectType, long id)
    {
        if (details.HubId is not { } hub)
        {
            return null;
        }

        // A configured consent page other than HubSpot's own (the sandbox) stands for HubSpot's screens too.
        var origin = hubSpot.AuthorizeBase == new HubSpotOptions().AuthorizeBase ? $"https://{details.UiDomain}" : hubSpot.AuthorizeBase;
        return string.Create(CultureInfo.InvariantCulture, $"{origin.TrimEnd('/')}/contacts/{hub}/record/{objectType}/{id}");
    }

    private async Task<PortalWords> WordsAsync(Actor actor, CancellationToken ct)
    {
        await using var db = dbs.Open(actor.Workspace);
        return await PortalWords.LoadAsync(db, ct);
    }
}
