using Dashboard.Application.Board;
using Dashboard.Application.Kernel;
using Dashboard.Application.Links;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Editing;
using Dashboard.Application.Workspaces;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Features.Tasks.Creating;

/// <summary>What the form of a new task can ask for.</summary>
public sealed class CreateActions(
    CurrentMember member, IDashboardDbs dbs, TaskChoices choices, NextTask next, ShowRecord records, FindRecords find, ParseTaskLine parse, CreateTask create, TimeProvider clock)
{
    public Task<Result<NewTaskSight>> OpenAsync(string slug, string start, OwnTime own, CancellationToken ct) => member.RunAsync<NewTaskSight>(
        slug,
        async actor =>
        {
            if (actor.Lacks(Role.Member, "create tasks") is { } lacking)
            {
                return lacking;
            }

            var offered = await choices.RunAsync(actor, ct);
            var begins = await BeginAsync(actor, FormStart.Read(start, LocalTime.Day(clock.GetUtcNow(), own.Zone)), own, ct);
            await using var db = dbs.Open(actor.Workspace);
            return !offered.Ok ? offered.Failure : new NewTaskSight(await PortalWords.LoadAsync(db, ct), offered.Value, begins.Values, begins.Records);
        },
        ct);

    public Task<Result<UnderstoodLine>> ParseAsync(string slug, string line, OwnTime own, bool askHubSpot, CancellationToken ct) =>
        member.RunAsync(slug, actor => parse.RunAsync(actor, line, own, askHubSpot, ct), ct);

    public Task<Result<RecordFinds>> FindAsync(string slug, string text, bool askHubSpot, CancellationToken ct) =>
        member.RunAsync(slug, actor => find.RunAsync(actor, text, askHubSpot, ct), ct);

    /// <summary>A task that arrived is stored, even when the page that told it is being left.</summary>
    public Task<Result<TaskSaved>> CreateAsync(string slug, NewTask wanted, OwnTime own) =>
        member.RunAsync(slug, actor => create.RunAsync(actor, wanted, own, CancellationToken.None));

    private async Task<(IReadOnlyDictionary<string, string?> Values, IReadOnlyList<FoundRecord> Records)> BeginAsync(Actor actor, FormStart start, OwnTime own, CancellationToken ct)
    {
        if (start.After is { } task && await next.RunAsync(actor, task, own, ct) is { Ok: true, Value: var prefill })
        {
            return (prefill.Values, [.. prefill.Records.Select(r => new FoundRecord(r.ObjectType, r.Id, r.Name ?? $"#{r.Id}", r.Detail))]);
        }

        if (start.Record is not { } wanted)
        {
            return (start.Values, []);
        }

        var known = await records.RunAsync(actor, wanted.ObjectType, wanted.Id, [], ct);
        return (start.Values, [new FoundRecord(wanted.ObjectType, wanted.Id, known.Ok ? known.Value.Record.Name : $"#{wanted.Id}", known.Ok ? known.Value.Record.Detail : null)]);
    }
}
