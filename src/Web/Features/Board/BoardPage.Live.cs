using Dashboard.Application.Board;
using Dashboard.Application.Board.Moving;
using Dashboard.Application.Kernel;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Dashboard.Web.Features.Board;

/// <summary>The live side of the board: what the script tells, and what others change.</summary>
public sealed partial class BoardPage
{
    /// <summary>Signals that come close together are one reading.</summary>
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(40);

    /// <summary>While HubSpot is being read, signals never stop.</summary>
    private static readonly TimeSpan GatherWhileReading = TimeSpan.FromSeconds(1);

    /// <summary>Words such as "overdue" follow the clock without any signal.</summary>
    private static readonly TimeSpan Ageing = TimeSpan.FromMinutes(1);

    /// <summary>What one gesture may carry; a message with more is not from our script.</summary>
    private const int MostMoves = 200;

    private readonly SemaphoreSlim dropping = new(1, 1);
    private readonly HashSet<long> movedByOthers = [];
    private DotNetObjectReference<BoardPage>? self;
    private IJSObjectReference? module;
    private IJSObjectReference? attached;
    private Task? reading;
    private bool readAgain;
    private string? mover;

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    /// <summary>One or more cards were dropped. Returns once they are stored, or with the reason why not. The same gesture may be told again.</summary>
    [JSInvokable]
    public async Task<MoveAnswer> Drop(MoveMessage[] moves)
    {
        await dropping.WaitAsync(closed.Token);
        try
        {
            return await StoreAsync(moves);
        }
        finally
        {
            dropping.Release();
        }
    }

    /// <summary>The script got no usable answer to a drop, several times, and took the cards back.</summary>
    [JSInvokable]
    public void TakenBack()
    {
        sentence = "The move did not reach the server, so the card is back in its place. Try again.";
        StateHasChanged();
    }

    /// <summary>A column was scrolled to another part.</summary>
    [JSInvokable]
    public async Task ShowWindow(string zone, int skip, int take)
    {
        var window = new CardWindow(Math.Max(0, skip), Math.Clamp(take, 1, ShowBoard.MostCards));
        var read = await actions.ColumnAsync(Slug, query, Viewer.Zone(), zone, window, closed.Token);
        if (read.Ok && view is not null)
        {
            windows[read.Value.Zone] = window;
            view = view with { Columns = [.. view.Columns.Select(c => c.Zone == zone ? BoardDifference.Keep(c, read.Value) : c)] };
            StateHasChanged();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (attached is null && self is null && view is not null)
        {
            self = DotNetObjectReference.Create(this);
            subscription = feed.Subscribe(Workspace.Actor.Workspace, Heard);
            module = await Js.InvokeAsync<IJSObjectReference>("import", closed.Token, "/ui/board/board.js");
            attached = await module.InvokeAsync<IJSObjectReference>("attach", closed.Token, root, self);
            _ = AgeAsync();

            // What changed between the first reading and the subscription.
            readAgain = true;
            reading ??= ReadSoonAsync();
        }
    }

    private async Task RetryAsync(Card card) => await SettleAsync(await actions.RetryAsync(Slug, card.Change.Id ?? default));

    private async Task LetBeAsync(Card card) => await SettleAsync(await actions.LetBeAsync(Slug, card.Change.Id ?? default));

    private async Task SettleAsync(Result<Done> result)
    {
        sentence = result.Ok ? null : result.Failure.Sentence;
        await LoadAsync();
    }

    /// <summary>Runs on the publisher's thread: note what happened and go.</summary>
    private void Heard(WorkspaceSignal signal) => _ = InvokeAsync(() =>
    {
        if (signal is WorkspaceSignal.TasksChanged { By: { } by } changed && by != Workspace.Actor.Name)
        {
            movedByOthers.UnionWith(changed.TaskIds);
            mover = by;
        }

        readAgain = true;
        reading ??= ReadSoonAsync();
    });

    private async Task ReadSoonAsync()
    {
        try
        {
            while (readAgain)
            {
                await Task.Delay(view?.Freshness.IsReading == true ? GatherWhileReading : Gather, Clock, closed.Token);
                readAgain = false;
                await ReadAndDrawAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
        catch (Exception broken) when (broken is not JSDisconnectedException)
        {
            log.LogError(broken, "A live update of a board failed");
            sentence = "Live updates paused. Reload to see the newest state.";
            StateHasChanged();
        }
        finally
        {
            reading = null;
        }
    }

    private async Task ReadAndDrawAsync()
    {
        var glide = movedByOthers.Count is > 0 and <= 20 && attached is not null ? movedByOthers.Select(id => id.ToString(System.Globalization.CultureInfo.InvariantCulture)).ToArray() : [];
        movedByOthers.Clear();
        if (glide.Length > 0)
        {
            await attached!.InvokeVoidAsync("remember", closed.Token, [glide]);
        }

        await LoadAsync();
        StateHasChanged();
        if (glide.Length > 0)
        {
            await attached!.InvokeVoidAsync("glide", closed.Token, mover);
        }
    }

    private async Task AgeAsync()
    {
        using var timer = new PeriodicTimer(Ageing, Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(closed.Token))
            {
                readAgain = true;
                reading ??= ReadSoonAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private async Task DetachAsync()
    {
        self?.Dispose();
        try
        {
            if (attached is not null)
            {
                await attached.InvokeVoidAsync("detach");
                await attached.DisposeAsync();
            }

            if (module is not null)
            {
                await module.DisposeAsync();
            }
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException)
        {
            // The page is gone, and its listeners with it.
        }
    }
}
