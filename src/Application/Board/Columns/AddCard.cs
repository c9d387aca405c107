using Dashboard.Application.Kernel;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Editing;
using Dashboard.Application.Workspaces;

namespace Dashboard.Application.Board.Columns;

/// <summary>Makes a task in a column of the board: it gets what the column stands for, unless the form says otherwise.</summary>
public sealed class AddCard(IDashboardDbs dbs, CreateTask create, TimeProvider clock)
{
    /// <param name="column">As in <see cref="BoardColumn.Zone"/>.</param>
    public async Task<Result<TaskSaved>> RunAsync(Actor actor, NewTask wanted, string column, OwnTime own, CancellationToken ct)
    {
        PortalWords words;
        await using (var db = dbs.Open(actor.Workspace))
        {
            words = await PortalWords.LoadAsync(db, ct);
        }

        var blank = new CrmTask { WorkspaceId = actor.Workspace, Id = ProvisionalIds.Next(clock) };
        var meaning = BoardZone.Meaning(column, blank, words, new DueBuckets(clock.GetUtcNow(), own));
        if (!meaning.Ok)
        {
            return meaning.Failure;
        }

        var values = new Dictionary<string, string?>(wanted.Values);
        foreach (var (property, value) in meaning.Value)
        {
            values.TryAdd(property, value);
        }

        return await create.RunAsync(actor, wanted with { Values = values }, own, ct);
    }
}
