using Dashboard.Application.Changes;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Bulk;
using Dashboard.Application.Tasks.Editing;
using Dashboard.Web.Live;
using Dashboard.Web.Shell;
using Dashboard.Web.Shell.Addresses;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;

namespace Dashboard.Web.Features.Bulk;

/// <summary>Beside every page: what can be done with the selected tasks, what it would do, and how far it is. Which run is shown stands in the address.</summary>
public sealed partial class BulkHost(BulkActions actions, WantedDesk wanted, NavigationManager navigation, IJSRuntime js) : IAsyncDisposable
{
    private static readonly string[] Selecting = ["board", "list", "calendar"];

    private DotNetObjectReference<BulkHost>? self;
    private IJSObjectReference? module;
    private IJSObjectReference? attached;
    private PortalChoices? choices;
    private Guid? batch;
    private Guid gesture;
    private BulkIntent? intent;
    private BulkPlan? plan;
    private string? sentence;
    private string? note;
    private string? noteAddress;
    private bool busy;

    [CascadingParameter]
    public WorkspaceView Workspace { get; set; } = null!;

    [CascadingParameter]
    public ViewerSettings Viewer { get; set; } = ViewerSettings.Unknown;

    private IReadOnlyList<long> Chosen { get; set; } = [];

    private bool IsHere => Workspace.Actor.MayWorkTasks && Selecting.Contains(new Uri(navigation.Uri).Segments[^1]);

    /// <summary>Where the selected tasks can be spread over days: the calendar does that.</summary>
    private string? SpreadAddress => new Uri(navigation.Uri).Segments[^1] == "calendar" ? CalendarAddress.WithSpread(navigation.Uri, true) : null;

    /// <summary>The page's script tells what is selected now.</summary>
    [JSInvokable]
    public async Task Choose(long[] ids)
    {
        if (!ids.SequenceEqual(Chosen))
        {
            var wanted = intent;
            Chosen = [.. ids.Take(BulkWish.MostTasks)];
            Forget();
            if (wanted is not null && Chosen.Count > 0)
            {
                // The hand was quicker than the line: what was asked for is meant for all that are selected.
                await PlanAsync(wanted);
            }

            choices ??= await actions.ChoicesAsync(Workspace.Slug, CancellationToken.None) is { Ok: true, Value: var read } ? read : null;
            StateHasChanged();
        }
    }

    protected override void OnInitialized()
    {
        navigation.LocationChanged += Moved;
        batch = BatchIn(navigation.Uri);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && Workspace.Actor.MayWorkTasks)
        {
            self = DotNetObjectReference.Create(this);
            module = await js.InvokeAsync<IJSObjectReference>("import", "/ui/many/bar.js");
            attached = await module.InvokeAsync<IJSObjectReference>("attach", Workspace.Slug, self);
        }
    }

    public async ValueTask DisposeAsync()
    {
        navigation.LocationChanged -= Moved;
        self?.Dispose();
        try
        {
            if (attached is not null)
            {
                await attached.InvokeVoidAsync("detach");
                await attached.DisposeAsync();
                await module!.DisposeAsync();
            }
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException)
        {
            // The page is gone, and its listeners with it.
        }
    }

    private static Guid? BatchIn(string address) => Guid.TryParse(PageAddress.One(address, "bulk"), out var id) ? id : null;

    private void Moved(object? sender, LocationChangedEventArgs args) => _ = InvokeAsync(() =>
    {
        var now = BatchIn(navigation.Uri);
        (note, batch) = (now == batch ? note : now is null ? null : note, now);
        StateHasChanged();
    });

    private void Forget() => (plan, intent, sentence) = (null, null, null);

    private Task ClearAsync() => attached is null ? Task.CompletedTask : attached.InvokeVoidAsync("clear").AsTask();

    private async Task PlanAsync(BulkIntent wanted)
    {
        // One gesture, one run, however often it is confirmed.
        gesture = Guid.CreateVersion7();
        var planned = await actions.PlanAsync(Workspace.Slug, Chosen, wanted.Wish, Viewer.Own(), CancellationToken.None);
        Forget();
        if (planned.Ok)
        {
            (intent, plan) = (wanted, planned.Value);
        }
        else
        {
            sentence = planned.Failure.Sentence;
        }
    }

    private async Task RunAsync()
    {
        if (busy)
        {
            return;
        }

        busy = true;
        var started = await actions.RunAsync(Workspace.Slug, gesture, Chosen, intent!.Wish, Viewer.Own());
        busy = false;
        sentence = started.Ok ? null : started.Failure.Sentence;
        if (started.Ok)
        {
            note = null;
            Forget();
            await ClearAsync();
            navigation.NavigateTo(PageAddress.With(PageAddress.NeverBare(navigation.Uri), ("bulk", started.Value.Batch.ToString("N"))));
            wanted.Ask(started.Value.Batch);
        }
    }

    /// <summary>Taking back is a run as well, which can be followed where it has something to send.</summary>
    private async Task UndoneAsync(BulkUndone undone)
    {
        note = BulkWords.Undone(undone);
        noteAddress = undone.Overtaken > 0 && batch is { } run ? Workspace.Path($"changes?run={run:N}") : null;
        if (await actions.ShowAsync(Workspace.Slug, undone.Batch, CancellationToken.None) is { Ok: true })
        {
            navigation.NavigateTo(PageAddress.With(navigation.Uri, ("bulk", undone.Batch.ToString("N"))), replace: true);
        }
    }
}
