using Dashboard.Application.Board;
using Dashboard.Application.Board.Moving;
using Dashboard.Application.Board.Table;
using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.Links;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Editing;
using Dashboard.Application.Workspaces;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Features.Focus;

/// <summary>What working through tasks one by one asks for.</summary>
public sealed class FocusActions(
    CurrentMember member, IDashboardDbs dbs, NextInList next, ShowTask show, TallyRecords tally, ToggleTask toggle, EditTask edit, UndoChange undo)
{
    /// <summary>Of a task, so many records are told about.</summary>
    private const int MostRecords = 6;

    public Task<Result<FocusStep>> StepAsync(string slug, BoardQuery query, OwnTime own, long? after, IReadOnlyCollection<long> seen, CancellationToken ct) =>
        member.RunAsync(slug, actor => next.RunAsync(actor, new TableQuery(query), own, after, seen, ct), ct);

    public Task<Result<FocusSight>> ShowAsync(string slug, long task, CancellationToken ct) => member.RunAsync<FocusSight>(
        slug,
        async actor =>
        {
            var details = await show.RunAsync(actor, task, ct);
            if (!details.Ok)
            {
                return details.Failure;
            }

            await using var db = dbs.Open(actor.Workspace);
            var words = await PortalWords.LoadAsync(db, ct);
            return new FocusSight(details.Value, words, await AroundAsync(actor, details.Value, ct));
        },
        ct);

    /// <summary>Completes an open task, reopens a closed one.</summary>
    public Task<Result<Guid?>> ToggleAsync(string slug, CrmTask seen, OwnTime own) =>
        member.RunAsync(slug, actor => toggle.RunAsync(actor, new TaskToggle(Guid.NewGuid(), seen.Id, seen.Status, seen.IsClosed), own, CancellationToken.None));

    /// <param name="due">A day, or a day and a time, in the person's zone.</param>
    public Task<Result<Guid?>> PutOffAsync(string slug, long task, string due, OwnTime own) => member.RunAsync<Guid?>(
        slug,
        async actor =>
        {
            var saved = await edit.RunAsync(actor, new TaskEdit(Guid.NewGuid(), task, new Dictionary<string, string?> { [TaskProperty.Due] = due }), own, CancellationToken.None);
            return saved.Ok ? saved.Value.Change : saved.Failure;
        });

    public Task<Result<Done>> UndoAsync(string slug, Guid change) => member.RunAsync(slug, actor => undo.RunAsync(actor, change, CancellationToken.None));

    private async Task<IReadOnlyList<FocusRecord>> AroundAsync(Actor actor, TaskDetails details, CancellationToken ct)
    {
        var near = details.Links.Take(MostRecords).ToList();
        var open = await tally.BesidesAsync(actor, near.ConvertAll(r => (r.ObjectType, r.Id)), details.Task.Id, ct);
        return near.ConvertAll(r => new FocusRecord(r, open.GetValueOrDefault((r.ObjectType, r.Id))));
    }
}
