using Dashboard.Application.Board;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Editing;
using Dashboard.Web.Shell;
using Dashboard.Web.Shell.Addresses;
using Dashboard.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Dashboard.Web.Features.Focus;

/// <summary>One task after another of whatever the filters let through, with a key for everything. The sitting outlives a reload.</summary>
public sealed partial class FocusPage(FocusActions actions, NavigationManager navigation, IWorkspaceFeed feed, TimeProvider clock, IJSRuntime js, HubSpotAddress hubSpot) : IAsyncDisposable
{
    private readonly Lifetime closed = new();
    private FocusTrail trail = new();
    private ElementReference root;
    private IJSObjectReference? module;
    private IDisposable? subscription;
    private BoardQuery query = BoardQuery.Default;
    private FocusSight? sight;
    private DoneHere? offer;
    private DateTimeOffset now;
    private string? filters;
    private string? failure;
    private string? sentence;
    private string? problem;
    private bool begun;
    private bool busy;

    [Parameter]
    public string Slug { get; set; } = "";

    [CascadingParameter]
    public WorkspaceView Workspace { get; set; } = null!;

    [CascadingParameter]
    public ViewerSettings Viewer { get; set; } = ViewerSettings.Unknown;

    private (string Layout, string Address) Back => FocusAddress.Back(Workspace, navigation.Uri);

    private DateOnly Today => LocalTime.Day(now, Viewer.Zone());

    /// <summary>The sitting belongs to these filters.</summary>
    private string Key => $"focus:{Workspace.Actor.PersonId:N}:{BoardAddress.Write(Slug, query)}";

    public async ValueTask DisposeAsync()
    {
        subscription?.Dispose();
        await closed.CancelAsync();
        closed.Dispose();
        try
        {
            if (module is not null)
            {
                await module.DisposeAsync();
            }
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException)
        {
            // The page is gone.
        }
    }

    /// <summary>Before the page is live nobody knows the sitting: only the page that is live looks for the task.</summary>
    protected override async Task OnParametersSetAsync()
    {
        query = BoardAddress.Read(navigation.Uri);
        now = clock.GetUtcNow();
        if (module is not null && filters != Key)
        {
            await BeginAsync();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            module = await js.InvokeAsync<IJSObjectReference>("import", closed.Token, "/ui/tasks/focus.js");
            subscription = feed.Subscribe(Workspace.Actor.Workspace, Heard);
            await BeginAsync();
            StateHasChanged();
        }
    }

    private async Task BeginAsync()
    {
        filters = Key;
        (sight, offer, failure, begun) = (null, null, null, false);
        trail = FocusTrail.Read(await module!.InvokeAsync<string?>("read", closed.Token, Key)) ?? new FocusTrail();
        if (trail.Tasks.Count == 0)
        {
            await NextAsync();
            return;
        }

        var step = await actions.StepAsync(Slug, query, Viewer.Own(), trail.Current, trail.Tasks, closed.Token);
        trail.Left = step.Ok ? step.Value.Left : trail.Left;
        if (trail.IsAtEnd && trail.Left > 0)
        {
            trail.Take(step.Value.TaskId, step.Value.Left);
        }

        await ShowAsync();
    }

    private async Task NextAsync()
    {
        if (trail.At < trail.Tasks.Count - 1)
        {
            trail.At++;
        }
        else if (!trail.IsAtEnd || !begun)
        {
            var step = await actions.StepAsync(Slug, query, Viewer.Own(), trail.Current, trail.Tasks, closed.Token);
            if (!step.Ok)
            {
                failure = step.Failure.Sentence;
                return;
            }

            trail.Take(step.Value.TaskId, step.Value.Left);
        }

        await ShowAsync();
    }

    private Task PreviousAsync()
    {
        trail.At = Math.Max(0, trail.At - 1);
        return ShowAsync();
    }

    private async Task AgainAsync()
    {
        (trail, offer, begun) = (new FocusTrail(), null, false);
        await NextAsync();
    }

    private async Task ShowAsync()
    {
        (begun, failure, problem) = (true, null, null);
        await ReadAsync();
        await module!.InvokeVoidAsync("keep", closed.Token, Key, trail.Text());
    }

    private async Task ReadAsync()
    {
        now = clock.GetUtcNow();
        if (trail.Current is not { } task)
        {
            sight = null;
            return;
        }

        var read = await actions.ShowAsync(Slug, task, closed.Token);
        sight = read.Ok ? read.Value : null;
        failure = read.Ok ? null : read.Failure.Sentence;
    }

    private async Task ToggleAsync()
    {
        var task = sight!.Details.Task;
        if (await DoAsync(actions.ToggleAsync(Slug, task, Viewer.Own()), $"{(task.IsClosed ? "Reopened" : "Completed")}: {Short(task.Subject)}", task.IsClosed ? null : trail.Completed))
        {
            await (task.IsClosed ? ShowAsync() : NextAsync());
        }
    }

    private async Task PutOffAsync(string due)
    {
        var task = sight!.Details.Task;
        if (await DoAsync(actions.PutOffAsync(Slug, task.Id, due, Viewer.Own()), $"Put off: {Short(task.Subject)}", trail.PutOff))
        {
            await NextAsync();
        }
    }

    private async Task<bool> DoAsync(Task<Result<Guid?>> doing, string text, HashSet<long>? counted)
    {
        var task = trail.Current ?? 0;
        (busy, sentence, problem) = (true, null, null);
        var done = await doing;
        busy = false;
        problem = done.Ok ? null : done.Failure.Sentence;
        if (done.Ok)
        {
            counted?.Add(task);
            offer = done.Value is { } change ? new DoneHere(change, task, text) : null;
        }

        return done.Ok;
    }

    private async Task UndoAsync()
    {
        var back = offer!;
        offer = null;
        var undone = await actions.UndoAsync(Slug, back.Change);
        sentence = undone.Ok ? null : undone.Failure.Sentence;
        if (undone.Ok)
        {
            trail.Completed.Remove(back.Task);
            trail.PutOff.Remove(back.Task);
            trail.At = Math.Max(0, trail.Tasks.IndexOf(back.Task));
        }

        await ShowAsync();
    }

    private static string Short(string subject) => subject.Length > 80 ? subject[..80] + "…" : subject;

    private void Heard(WorkspaceSignal signal)
    {
        if (signal is WorkspaceSignal.TasksChanged changed && trail.Current is { } task && changed.TaskIds.Contains(task))
        {
            _ = InvokeAsync(async () =>
            {
                if (!closed.IsCancellationRequested && !busy)
                {
                    await ReadAsync();
                    StateHasChanged();
                }
            });
        }
    }

    private sealed record DoneHere(Guid Change, long Task, string Text);
}
