using Dashboard.Application.Board;
using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Dashboard.Web.Features.Tasks.Editing;
using Dashboard.Web.Live;
using Dashboard.Web.Shell;
using Dashboard.Web.Shell.Addresses;
using Dashboard.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.Tasks;

/// <summary>
/// A task beside the page. Shows the indexed copy at once, reads the task from HubSpot by id behind it, and follows what others do to it.
/// </summary>
public sealed partial class TaskDrawer(
    TaskActions actions, EditActions edits, Drafts drafts, IWorkspaceFeed feed, TimeProvider clock, NavigationManager navigation, HubSpotAddress hubSpot, WantedDesk wanted) : IDisposable
{
    private readonly Lifetime closed = new();
    private readonly InTurn turns = new();
    private OwnSaves own = new();
    private IDisposable? subscription;
    private TaskSight? sight;
    private FieldForm? form;
    private FieldGestures gestures = null!;
    private DeletedView? deleted;
    private DateTimeOffset now;
    private string? failure;
    private string? sentence;
    private bool busy;
    private long loads;
    private long newest;
    private long shown;
    private long refreshed;

    [Parameter, EditorRequired]
    public long TaskId { get; set; }

    [CascadingParameter]
    public WorkspaceView Workspace { get; set; } = null!;

    [CascadingParameter]
    public ViewerSettings Viewer { get; set; } = ViewerSettings.Unknown;

    private bool MayEdit => Workspace.Actor.MayWorkTasks;

    private string Subject => string.IsNullOrWhiteSpace(sight?.Details.Task.Subject) ? "(no subject)" : sight.Details.Task.Subject;

    private FieldWords FieldWords => new(sight!.Words, now);

    private string? ElsewhereAddress => sight is null ? null : hubSpot.Of(sight.Details, HubSpotAddress.Task, TaskId);

    /// <summary>HubSpot said no to a task made here.</summary>
    private Change? RefusedCreation => ProvisionalIds.Is(TaskId) ? sight!.Details.Changes.FirstOrDefault(c => c is { Kind: ChangeKind.Create, State: ChangeState.Refused }) : null;

    private string StateWords => sight?.Details.Task.ChangeState switch
    {
        TaskChangeState.Pending => sight.Details.Changes.FirstOrDefault(c => c.State == ChangeState.Waiting)?.Reason ?? "On its way to HubSpot",
        TaskChangeState.Refused when RefusedCreation is null => "HubSpot did not accept the last change",
        TaskChangeState.Wanting => "Not sent yet: HubSpot wants another field first",
        TaskChangeState.Conflict => "Somebody else changed this in HubSpot",
        TaskChangeState.Saved when form?.Entries.Count == 0 && !ProvisionalIds.Is(TaskId) => "In HubSpot",
        _ => "",
    };

    public void Dispose()
    {
        subscription?.Dispose();
        closed.Cancel();
        closed.Dispose();
    }

    protected override void OnInitialized() => gestures = new FieldGestures(
        EventCallback.Factory.Create<string>(this, SaveOverAsync),
        EventCallback.Factory.Create<string>(this, DiscardAsync),
        EventCallback.Factory.Create<(Change, string)>(this, EditAgainAsync),
        EventCallback.Factory.Create<Change>(this, RetryAsync),
        EventCallback.Factory.Create<Change>(this, LetBeAsync));

    protected override async Task OnParametersSetAsync()
    {
        if (shown == TaskId)
        {
            return;
        }

        shown = TaskId;
        own = new();
        (sight, form, deleted) = (null, null, null);
        failure = sentence = null;
        await LoadAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        subscription ??= feed.Subscribe(Workspace.Actor.Workspace, Heard);
        if (refreshed != TaskId && failure is null && sight is not null)
        {
            refreshed = TaskId;
            await TakeDraftsAsync(TaskId);
            await RefreshAsync(TaskId);
        }
    }

    private async Task RefreshAsync(long task)
    {
        if (ProvisionalIds.Is(task))
        {
            return;
        }

        var read = await actions.RefreshAsync(Workspace.Slug, task, closed.Token);
        if (task != TaskId || closed.IsCancellationRequested)
        {
            return;
        }

        sentence = read.Ok || read.Failure is Failure.NotConnected ? sentence : $"Showing the copy from the last sync. {read.Failure.Sentence}";
        await LoadAsync();
        StateHasChanged();
    }

    private async Task LoadAsync()
    {
        var (task, turn) = (TaskId, ++loads);
        var read = await actions.ShowAsync(Workspace.Slug, task, closed.Token);
        if (turn < newest)
        {
            // A later reading was quicker.
            return;
        }

        newest = turn;
        now = clock.GetUtcNow();
        failure = read.Ok ? null : read.Failure.Sentence;
        if (!read.Ok)
        {
            sight = null;
            await LookForTheTaskAsync(task);
            return;
        }

        sight = read.Value;
        form = Carry(form, FieldForm.Of(sight.Details));
    }

    /// <summary>What was typed and is not saved outlives a new reading.</summary>
    private static FieldForm Carry(FieldForm? before, FieldForm after)
    {
        foreach (var (property, entry) in before?.Entries ?? new Dictionary<string, FieldEntry>())
        {
            after.Put(property, entry);
        }

        return after;
    }

    private void Heard(WorkspaceSignal signal)
    {
        if (signal is WorkspaceSignal.TasksChanged changed && changed.TaskIds.Contains(TaskId))
        {
            _ = InvokeAsync(async () =>
            {
                if (!closed.IsCancellationRequested)
                {
                    await LoadAsync();
                    StateHasChanged();
                }
            });
        }
    }
}
