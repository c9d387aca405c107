using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks.Bulk;
using Dashboard.Web.Live;
using Dashboard.Web.Shell;
using Dashboard.Web.Shell.Addresses;
using Dashboard.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.Bulk;

/// <summary>How far a run is, by the index: whoever opens its address sees the same, also after a reload.</summary>
public sealed partial class BulkRun(BulkActions actions, WantedDesk wanted, NavigationManager navigation, IWorkspaceFeed feed, TimeProvider clock) : IAsyncDisposable
{
    /// <summary>Signals that come close together are one reading; without any, a run under way is looked at this often.</summary>
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    private readonly Lifetime closed = new();
    private readonly SemaphoreSlim heard = new(0, 1);
    private IDisposable? subscription;
    private BulkProgress? progress;
    private string? sentence;
    private bool busy;

    [Parameter, EditorRequired]
    public Guid Batch { get; set; }

    [Parameter, EditorRequired]
    public WorkspaceView Workspace { get; set; } = null!;

    /// <summary>What was said of it when it was asked for.</summary>
    [Parameter]
    public string? Note { get; set; }

    /// <summary>Where that is told task by task.</summary>
    [Parameter]
    public string? NoteAddress { get; set; }

    [Parameter]
    public EventCallback<BulkUndone> OnUndone { get; set; }

    private string CloseAddress => PageAddress.With(navigation.Uri, ("bulk", null));

    private string Heading => progress is { } now ? BulkWords.State(now) : sentence ?? "Looking…";

    protected override Task OnInitializedAsync() => ReadAsync();

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            subscription = feed.Subscribe(Workspace.Actor.Workspace, _ => Wake());
            _ = InvokeAsync(FollowAsync);
        }
    }

    public async ValueTask DisposeAsync()
    {
        subscription?.Dispose();
        await closed.CancelAsync();
        closed.Dispose();
    }

    /// <summary>Runs on the publisher's thread, several at once perhaps: one permit is enough for all of them.</summary>
    private void Wake()
    {
        lock (heard)
        {
            if (heard.CurrentCount == 0)
            {
                heard.Release();
            }
        }
    }

    private async Task FollowAsync()
    {
        try
        {
            while (true)
            {
                await Task.Delay(Gather, clock, closed.Token);
                await ReadAsync();
                StateHasChanged();
                await heard.WaitAsync(progress is { IsOver: true } ? Timeout.InfiniteTimeSpan : Between, closed.Token);
            }
        }
        catch (Exception left) when (left is OperationCanceledException or ObjectDisposedException)
        {
            // The page was left.
        }
    }

    private async Task ReadAsync()
    {
        var read = await actions.ShowAsync(Workspace.Slug, Batch, closed.Token);
        (progress, sentence) = read.Ok ? (read.Value, sentence) : (progress, read.Failure.Sentence);
    }

    private async Task RetryAsync()
    {
        busy = true;
        var again = await actions.RetryAsync(Workspace.Slug, Batch);
        (busy, sentence) = (false, again.Ok ? null : again.Failure.Sentence);
        await ReadAsync();
        Wake();
    }

    private async Task UndoAsync()
    {
        busy = true;
        var undone = await actions.UndoAsync(Workspace.Slug, Batch);
        (busy, sentence) = (false, undone.Ok ? null : undone.Failure.Sentence);
        await ReadAsync();
        if (undone.Ok)
        {
            await OnUndone.InvokeAsync(undone.Value);
        }
    }
}
