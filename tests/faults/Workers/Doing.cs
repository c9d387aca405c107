using Dashboard.Application.Board.Moving;
using Dashboard.Application.Kernel;
using Dashboard.Application.Links;
using Dashboard.Application.Sync.Hints;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Bulk;
using Dashboard.Application.Tasks.Editing;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Faults.Workers;

/// <summary>Does what is wished through the use cases behind the pages.</summary>
internal sealed class Doing(IServiceProvider services)
{
    public async Task<Result<Done>> RunAsync(Wish wish, CancellationToken ct)
    {
        var actor = new Actor(new WorkspaceId(wish.Workspace), Person, "Maya", Role.Owner);
        return wish.Kind switch
        {
            WishKind.Create => Plain(await Get<CreateTask>().RunAsync(actor, new NewTask(wish.Operation, Values(TaskProperty.Subject, wish), []), TimeZoneInfo.Utc, ct)),
            WishKind.Edit => Plain(await Get<EditTask>().RunAsync(actor, new TaskEdit(wish.Operation, wish.Tasks[0], Values(wish.Property!, wish)), TimeZoneInfo.Utc, ct)),
            WishKind.Move => await MoveAsync(actor, wish, ct),
            WishKind.Many => Plain(await Get<RunBulk>().RunAsync(actor, wish.Operation, wish.Tasks, BulkWish.Set(wish.Property!, wish.Value), TimeZoneInfo.Utc, ct)),
            WishKind.Delete => Plain(await Get<DeleteTask>().RunAsync(actor, wish.Operation, wish.Tasks[0], ct)),
            WishKind.Link => Plain(await Get<AssociateTask>().RunAsync(actor, wish.Operation, wish.Tasks[0], new FoundRecord(wish.Type!, wish.Record, "Known", null), null, ct)),
            WishKind.Unlink => Plain(await Get<DissociateTask>().RunAsync(actor, wish.Operation, wish.Tasks[0], wish.Type!, wish.Record, ct)),
            _ => await HintAsync(wish, ct),
        };
    }

    public static Guid Person { get; } = new("0190a000-0000-7000-8000-000000000001");

    private static Result<Done> Plain<T>(Result<T> result) => result.Ok ? Done.Value : result.Failure;

    private static Dictionary<string, string?> Values(string property, Wish wish) => new() { [property] = wish.Value };

    private T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>From the column it stands in, as somebody sees it.</summary>
    private async Task<Result<Done>> MoveAsync(Actor actor, Wish wish, CancellationToken ct)
    {
        await using var db = Get<IDashboardDbs>().Open(actor.Workspace);
        var id = wish.Tasks[0];
        var from = await db.Tasks.Where(t => t.Id == id).Select(t => t.Status).FirstOrDefaultAsync(ct);
        return Plain(await Get<MoveTask>().RunAsync(actor, new TaskMove(wish.Operation, id, $"status:{from}", $"status:{wish.Value}"), TimeZoneInfo.Utc, ct));
    }

    private async Task<Result<Done>> HintAsync(Wish wish, CancellationToken ct)
    {
        await using var db = Get<IDashboardDbs>().Open(new WorkspaceId(wish.Workspace));
        var hub = await db.Connections.Select(c => c.HubId).FirstAsync(ct);
        await Get<TakeHints>().RunAsync(
            [new WebhookEvent(hub, WebhookEvent.Tasks, wish.Tasks[0], HintKind.Values, DateTimeOffset.UtcNow, wish.Operation.ToString("N"))], ct);
        return Done.Value;
    }
}
