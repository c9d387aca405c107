using Dashboard.Application.Board;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Dashboard.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace Dashboard.Web.Features.Tasks;

/// <summary>
/// A task beside the board. Shows the indexed copy at once, reads the task from HubSpot by id behind it, and follows what others do to it.
/// </summary>
public sealed partial class TaskDrawer(TaskActions actions, IWorkspaceFeed feed, TimeProvider clock, NavigationManager navigation) : IDisposable
{
    private readonly CancellationTokenSource closed = new();
    private IDisposable? subscription;
    private TaskDetails? details;
    private PortalWords? words;
    private DateTimeOffset now;
    private string? failure;
    private string? sentence;
    private bool busy;
    private long shown;

    [Parameter, EditorRequired]
    public long TaskId { get; set; }

    [CascadingParameter]
    public WorkspaceView Workspace { get; set; } = null!;

    [CascadingParameter]
    public ViewerSettings Viewer { get; set; } = ViewerSettings.Unknown;

    private string Subject => details is null || string.IsNullOrWhiteSpace(details.Task.Subject) ? "(no subject)" : details.Task.Subject;

    private string Notes => SafeHtml.Rebuild(details?.Notes?.Html);

    private string? HubSpotAddress => details is null ? null : actions.AddressInHubSpot(details, "0-27", TaskId);

    /// <summary>The same address without the task: closing keeps the view.</summary>
    private string CloseAddress
    {
        get
        {
            var here = new Uri(navigation.Uri);
            var rest = QueryHelpers.ParseQuery(here.Query).Where(p => p.Key != "task").Select(p => KeyValuePair.Create(p.Key, (string?)p.Value.ToString()));
            return QueryHelpers.AddQueryString(here.AbsolutePath, rest);
        }
    }

    private string StateWords => details?.Task.ChangeState switch
    {
        TaskChangeState.Pending => "On its way to HubSpot",
        TaskChangeState.Refused => details.Changes.FirstOrDefault(c => c.Id == details.Task.ChangeId)?.Reason ?? "HubSpot did not accept the last change",
        _ => "",
    };

    public void Dispose()
    {
        subscription?.Dispose();
        closed.Cancel();
        closed.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (shown == TaskId)
        {
            return;
        }

        shown = TaskId;
        details = null;
        failure = sentence = null;
        await LoadAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        subscription ??= feed.Subscribe(Workspace.Actor.Workspace, Heard);
        if (refreshed != TaskId && failure is null)
        {
            refreshed = TaskId;
            await RefreshAsync(TaskId);
        }
    }

    private long refreshed;

    private async Task RefreshAsync(long task)
    {
        var read = await actions.RefreshAsync(Workspace.Slug, task, closed.Token);
        if (task != TaskId || closed.IsCancellationRequested)
        {
            return;
        }

        sentence = read.Ok || read.Failure is Failure.NotConnected ? sentence : $"Showing the copy from the last sync. {read.Failure.Sentence}";
        await LoadAsync();
        StateHasChanged();
    }

    private async Task ToggleAsync()
    {
        busy = true;
        var moved = await actions.ToggleAsync(Workspace.Slug, details!.Task, Viewer.Zone(), closed.Token);
        sentence = moved.Ok ? null : moved.Failure.Sentence;
        busy = false;
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var read = await actions.ShowAsync(Workspace.Slug, TaskId, closed.Token);
        now = clock.GetUtcNow();
        failure = read.Ok ? null : read.Failure.Sentence;
        (details, words) = read.Ok ? read.Value : (null, words);
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
