using Dashboard.Application.Board;
using Dashboard.Application.Board.Table;
using Dashboard.Application.Connections;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Links;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Tasks;
using Dashboard.Web.Shell;
using Dashboard.Web.Shell.Addresses;

namespace Dashboard.Web.Features.Records;

/// <summary>What a record's page can ask for, each time as the member the session says it is now.</summary>
public sealed class RecordActions(
    CurrentMember member, IDashboardDbs dbs, ShowRecord show, RefreshRecord refresh, ShowConnection connection, ListTasks list, AssociateTask associate,
    DissociateTask dissociate, HubSpotAddress hubSpot, TimeProvider clock)
{
    private const int MostFound = 12;

    public Task<Result<RecordSheet>> ShowAsync(string slug, string objectType, long id, IReadOnlyList<RelatedRecord> related, CancellationToken ct) => member.RunAsync<RecordSheet>(
        slug,
        async actor =>
        {
            var read = await show.RunAsync(actor, objectType, id, related, ct);
            if (!read.Ok)
            {
                return read.Failure;
            }

            var details = read.Value with { Address = hubSpot.Of(read.Value.Address) };
            await using var db = dbs.Open(actor.Workspace);
            var all = details.Tasks.Concat(details.Related.Select(r => r.Task)).Concat(details.Pinned is { } pinned ? [pinned] : []);
            return new RecordSheet(details, await PortalWords.LoadAsync(db, ct), await TaskSign.LoadAsync(db, all, ct), clock.GetUtcNow());
        },
        ct);

    /// <summary>Asks HubSpot for the record, and says why there is none if there is none.</summary>
    public Task<Result<IReadOnlyList<RelatedRecord>>> RefreshAsync(string slug, string objectType, long id, CancellationToken ct) => member.RunAsync<IReadOnlyList<RelatedRecord>>(
        slug,
        async actor =>
        {
            var read = await refresh.RunAsync(actor, objectType, id, ct);
            return read.Failure is not Failure.NotFound ? read
                : await connection.RunAsync(actor, ct) is not { } portal ? new Failure.NotConnected()
                : NotGranted(objectType, portal) is { } scope ? new Failure.MissingScope(scope)
                : new Failure.NotFound($"In the portal “{portal.PortalName}” this record");
        },
        ct);

    /// <summary>Tasks whose subject holds the words, whoever owns them.</summary>
    public Task<Result<TaskTable>> FindTasksAsync(string slug, string text, OwnTime own, CancellationToken ct) => member.RunAsync(
        slug,
        actor => list.RunAsync(actor, new TableQuery(new BoardQuery { Owner = OwnerFilter.Everyone, Closed = ClosedWindow.All, Text = text.Trim() }, TableSort.Board, Take: MostFound), own, ct),
        ct);

    public Task<Result<LinkSaved>> AssociateAsync(string slug, Guid operation, long task, FoundRecord record) =>
        member.RunAsync(slug, actor => associate.RunAsync(actor, operation, task, record, null, CancellationToken.None), CancellationToken.None);

    public Task<Result<LinkSaved>> DissociateAsync(string slug, Guid operation, long task, FoundRecord record) =>
        member.RunAsync(slug, actor => dissociate.RunAsync(actor, operation, task, record.ObjectType, record.Id, CancellationToken.None), CancellationToken.None);

    private static string? NotGranted(string objectType, ConnectionView portal)
    {
        var scope = RecordKind.Standard.FirstOrDefault(k => k.ObjectType == objectType)?.Scope
            ?? (objectType.StartsWith("2-", StringComparison.Ordinal) ? "crm.objects.custom.read" : null);
        return scope is not null && portal.NotGranted.Concat(portal.Missing).Contains(scope) ? scope : null;
    }
}

/// <summary>Everything a record's page shows.</summary>
/// <param name="Signs">By task, where a change made here is not settled.</param>
public sealed record RecordSheet(RecordDetails Details, PortalWords Words, IReadOnlyDictionary<long, TaskSign> Signs, DateTimeOffset Now)
{
    public FoundRecord Record => new(Details.Record.ObjectType, Details.Record.Id, Details.Record.Name, Details.Record.Detail);
}
