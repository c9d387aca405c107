using Dashboard.Application.Changes;
using Dashboard.Application.Changes.Undoing;
using Dashboard.Application.Journal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Dashboard.Web.Features.Tasks.Editing;
using Dashboard.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.Tasks.History;

/// <summary>What was changed here on a task, newest first, with who did it and where it stands.</summary>
public sealed partial class TaskHistory(TaskActions actions, EditActions edits)
{
    private const int PageSize = 50;

    private List<HistoryEntry> entries = [];
    private TaskSight? shown;
    private bool more;
    private Overtaken? overtaken;

    [Parameter, EditorRequired]
    public TaskSight Sight { get; set; } = null!;

    [Parameter, EditorRequired]
    public DateTimeOffset Now { get; set; }

    [CascadingParameter]
    public WorkspaceView Workspace { get; set; } = null!;

    [CascadingParameter]
    public ViewerSettings Viewer { get; set; } = ViewerSettings.Unknown;

    protected override async Task OnParametersSetAsync()
    {
        if (!ReferenceEquals(shown, Sight))
        {
            shown = Sight;
            await ReadAsync(before: null);
        }
    }

    private string? NameOf(LinkTarget target) => Sight.Details.Links.FirstOrDefault(l => l.ObjectType == target.ObjectType && l.Id == target.RecordId)?.Name;

    /// <summary>Field changes HubSpot has, as long as their values are kept; one that was taken back is not taken back again.</summary>
    private bool MayUndo(Change change) => Workspace.Actor.MayWorkTasks && change is { Kind: ChangeKind.Update, State: ChangeState.Done } && UndoWindow.IsOpen(change, Now)
        && !entries.Exists(e => e.Change.Undoes == change.Id && e.Change.State is not (ChangeState.Refused or ChangeState.Dropped));

    private async Task UndoAsync(HistoryEntry entry, bool anyway)
    {
        await ToldAsync(entry, anyway ? await edits.UndoOverAsync(Workspace.Slug, entry.Change.Id) : await edits.UndoAsync(Workspace.Slug, entry.Change.Id));
    }

    private async Task TheirsAsync(HistoryEntry entry) => await ToldAsync(entry, await edits.TheirsAsync(Workspace.Slug, entry.Change.Id));

    private async Task ToldAsync(HistoryEntry entry, Result<Done> undone)
    {
        overtaken = undone.Ok ? null : new Overtaken(entry.Change.Id, undone.Failure is Failure.Conflict { Now: not null } ? "Somebody has changed this since." : undone.Failure.Sentence,
            (undone.Failure as Failure.Conflict)?.Now ?? new Dictionary<string, string?>());
        await ReadAsync(before: null);
    }

    private Task MoreAsync() => ReadAsync(entries[^1].Change.Sequence);

    private async Task ReadAsync(long? before)
    {
        var read = await actions.HistoryAsync(Workspace.Slug, Sight.Details.Task.Id, before, CancellationToken.None);
        if (read.Ok)
        {
            entries = before is null ? [.. read.Value] : [.. entries, .. read.Value];
            more = read.Value.Count == PageSize;
        }
    }

    /// <param name="Now">What the fields hold since somebody else set them.</param>
    private sealed record Overtaken(Guid Change, string Sentence, IReadOnlyDictionary<string, string?> Now);
}
