using Dashboard.Application.Journal;
using Dashboard.Application.Kernel;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.Changes;

/// <summary>What a person decides about a change.</summary>
public sealed partial class ChangesPage
{
    /// <summary>What somebody else put where a change was to be taken back, until that is decided.</summary>
    private readonly Dictionary<Guid, Failure.Conflict> overtaken = [];

    /// <summary>Seen, and left as it is.</summary>
    private readonly HashSet<Guid> left = [];

    private async Task RetryAsync(JournalEntry entry) =>
        await DrawnAsync(await actions.RetryAsync(Slug, entry.Change.Id), $"Sending it again: {ChangeLine.Title(entry)}");

    private async Task LetBeAsync(JournalEntry entry) =>
        await DrawnAsync(await actions.LetBeAsync(Slug, entry.Change.Id), $"Let be: {ChangeLine.Title(entry)}");

    private async Task UndoAsync(JournalEntry entry, bool anyway)
    {
        overtaken.Remove(entry.Change.Id);
        var undone = await actions.UndoAsync(Slug, entry.Change.Id, anyway);
        if (undone.Failure is Failure.Conflict { Now: not null } conflict)
        {
            overtaken[entry.Change.Id] = conflict;
            return;
        }

        await DrawnAsync(undone, $"Taken back: {ChangeLine.Title(entry)}");
    }

    private async Task TheirsAsync(JournalEntry entry)
    {
        var back = await actions.TheirsAsync(Slug, entry.Change.Id);
        await DrawnAsync(back, $"Theirs put back: {ChangeLine.Title(entry)}");
    }

    /// <summary>What stands there now, where taking it back met something else: by itself or with its run.</summary>
    private Failure.Conflict? SinceOf(JournalEntry entry) => overtaken.GetValueOrDefault(entry.Change.Id)
        ?? (left.Contains(entry.Change.Id) || !Workspace.Actor.MayWorkTasks ? null : report?.Left.GetValueOrDefault(entry.Change.Id)?.Since);

    private void Leave(JournalEntry entry)
    {
        overtaken.Remove(entry.Change.Id);
        left.Add(entry.Change.Id);
    }

    /// <summary>The line a gesture came from may be gone: the list keeps the focus.</summary>
    private async Task DrawnAsync(Result<Done> outcome, string words)
    {
        (sentence, done) = (outcome.Failure?.Sentence, outcome.Ok ? words : null);
        await ReadAsync();
        if (sheet is { Page.Entries.Count: > 0 })
        {
            await list.FocusAsync(preventScroll: true);
        }
    }
}
