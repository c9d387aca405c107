using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Journal;

/// <summary>What was changed here on a task, newest first, with who did it.</summary>
public sealed class ShowHistory(IDashboardDbs dbs)
{
    private const int PageSize = 50;

    /// <param name="before">The <see cref="Change.Sequence"/> of the oldest entry shown so far; null begins with the newest.</param>
    public async Task<Result<IReadOnlyList<HistoryEntry>>> RunAsync(Actor actor, long taskId, long? before, CancellationToken ct)
    {
        await using var db = dbs.Open(actor.Workspace);
        var changes = await db.Changes.AsNoTracking()
            .Where(c => c.TaskId == taskId && (before == null || c.Sequence < before))
            .OrderByDescending(c => c.Sequence)
            .Take(PageSize)
            .ToListAsync(ct);
        var people = changes.Select(c => c.PersonId).Distinct().ToList();
        var names = await db.Directory.People.AsNoTracking().Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        return changes.ConvertAll(c => new HistoryEntry(c, names.GetValueOrDefault(c.PersonId, "Somebody"), FieldChange.Read(c.Fields), LinkTarget.Read(c.Targets)));
    }
}

/// <param name="By">Name of who did it.</param>
/// <param name="Fields">Property to value before and after.</param>
/// <param name="Targets">Records it was about.</param>
public sealed record HistoryEntry(Change Change, string By, IReadOnlyDictionary<string, FieldChange> Fields, IReadOnlyList<LinkTarget> Targets);
