using Dashboard.Application.Board;
using Dashboard.Application.Changes;
using Dashboard.Application.Changes.Undoing;
using Dashboard.Application.Journal;
using Dashboard.Application.Kernel;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Features.Changes;

/// <summary>What the page of changes can ask for, each time as the member the session says it is now. What was decided is stored, even when the page is being left.</summary>
public sealed class JournalActions(CurrentMember member, IDashboardDbs dbs, ShowJournal show, CountOpenChanges count, RetryChange retry, DropChange drop, UndoChange undo, ReportUndo report, PutTheirsBack theirs)
{
    public Task<Result<JournalSheet>> ShowAsync(string slug, JournalQuery query, CancellationToken ct) => member.RunAsync<JournalSheet>(
        slug,
        async actor =>
        {
            var page = await show.RunAsync(actor, query, ct);
            if (!page.Ok)
            {
                return page.Failure;
            }

            await using var db = dbs.Open(actor.Workspace);
            return new JournalSheet(page.Value, await PortalWords.LoadAsync(db, ct));
        },
        ct);

    /// <summary>What became of taking a run back; null when nothing of it was.</summary>
    public Task<Result<UndoReport?>> ReportAsync(string slug, Guid run, CancellationToken ct) => member.RunAsync(slug, actor => report.RunAsync(actor, run, ct), ct);

    /// <summary>Gives a field the value back that somebody had put there unseen.</summary>
    public Task<Result<Done>> TheirsAsync(string slug, Guid change) => member.RunAsync(slug, actor => theirs.RunAsync(actor, change, CancellationToken.None));

    public Task<Result<OpenChanges>> CountAsync(string slug, CancellationToken ct) => member.RunAsync(slug, actor => count.RunAsync(actor, ct), ct);

    public Task<Result<Done>> RetryAsync(string slug, Guid change) => member.RunAsync(slug, actor => retry.RunAsync(actor, change, CancellationToken.None));

    public Task<Result<Done>> LetBeAsync(string slug, Guid change) => member.RunAsync(slug, actor => drop.RunAsync(actor, change, CancellationToken.None));

    /// <param name="anyway">Over whatever somebody else put there since.</param>
    public Task<Result<Done>> UndoAsync(string slug, Guid change, bool anyway) => member.RunAsync(
        slug, actor => anyway ? undo.RunOverAsync(actor, change, CancellationToken.None) : undo.RunAsync(actor, change, CancellationToken.None));
}

/// <param name="Words">The portal's own.</param>
public sealed record JournalSheet(JournalPage Page, PortalWords Words);
