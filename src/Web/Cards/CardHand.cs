using System.Globalization;
using Dashboard.Application.Board;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Dashboard.Web.Live;
using Dashboard.Web.Ui;
using Microsoft.JSInterop;

namespace Dashboard.Web.Cards;

/// <summary>
/// The server's side of cards that are moved by hand, on whatever page they lie: it stores what the page's script tells, offers to take it
/// back, asks for what HubSpot wants first, and lets cards glide that others moved. Reading and drawing are the page's.
/// </summary>
public sealed partial class CardHand : IAsyncDisposable
{
    private readonly CardActions actions;
    private readonly WantedDesk wanted;
    private readonly IWorkspaceFeed feed;
    private readonly IJSRuntime js;
    private readonly TimeProvider clock;
    private readonly ILogger log;
    private readonly Lifetime closed = new();
    private readonly HashSet<long> movedByOthers = [];
    private CardPage? page;
    private LiveReading? live;
    private DotNetObjectReference<CardHand>? self;
    private IJSObjectReference? module;
    private IJSObjectReference? attached;
    private string? mover;

    internal CardHand(CardActions actions, WantedDesk wanted, IWorkspaceFeed feed, IJSRuntime js, TimeProvider clock, ILogger log) =>
        (this.actions, this.wanted, this.feed, this.js, this.clock, this.log) = (actions, wanted, feed, js, clock, log);

    public bool IsAttached => page is not null;

    /// <summary>What to tell the person; null when all went as shown.</summary>
    public string? Sentence { get; set; }

    /// <summary>Call it once the zones were drawn: from now on the page is live.</summary>
    public async Task AttachAsync(CardPage to)
    {
        page = to;
        self = DotNetObjectReference.Create(this);
        live = new LiveReading(
            feed, to.Workspace.Actor.Workspace, clock, to.Invoke, ReadAndDrawAsync, BrokeAsync, LivePace.Quick(TimeSpan.FromMilliseconds(40), to.IsReading), Note);
        module = await js.InvokeAsync<IJSObjectReference>("import", closed.Token, "/ui/board/board.js");
        attached = await module.InvokeAsync<IJSObjectReference>("attach", closed.Token, to.Root, self);

        // What changed between the first reading and the subscription.
        await live.Soon();
    }

    /// <summary>Call it after each reading of the page.</summary>
    public void Look()
    {
        AskForWants();
        if (page is { IsNarrow: true } && offer is { } made && page.Cards().FirstOrDefault(card => Shows(made, card, TaskChangeState.Refused)) is { } refused)
        {
            Sentence = $"{refused.Subject}: {refused.Change.Reason ?? "HubSpot did not accept the move."} It is back in its place.";
        }

        offer = IsRefused(offer) ? null : offer;
    }

    public Task RetryAsync(Card card) => SettleAsync(() => actions.RetryAsync(Slug, card.Change.Id ?? default));

    public Task LetBeAsync(Card card) => SettleAsync(() => actions.LetBeAsync(Slug, card.Change.Id ?? default));

    /// <summary>Asks for the fields HubSpot wants before it takes this card's change.</summary>
    public void Fill(Card card) => wanted.Ask(card.Change.Id ?? default);

    public async ValueTask DisposeAsync()
    {
        live?.Dispose();
        await closed.CancelAsync();
        await DetachAsync();
        closed.Dispose();
        dropping.Dispose();
    }

    private string Slug => page!.Workspace.Slug;

    private async Task SettleAsync(Func<Task<Result<Done>>> settle)
    {
        var result = await settle();
        Sentence = result.Ok ? null : result.Failure.Sentence;
        await page!.Read();
        page.Draw();
    }

    private void Note(WorkspaceSignal signal)
    {
        if (signal is WorkspaceSignal.TasksChanged { By: { } by } changed && by != page!.Workspace.Actor.Name)
        {
            movedByOthers.UnionWith(changed.TaskIds);
            mover = by;
        }
    }

    private async Task ReadAndDrawAsync()
    {
        var glide = movedByOthers.Count is > 0 and <= 20 && attached is not null ? movedByOthers.Select(id => id.ToString(CultureInfo.InvariantCulture)).ToArray() : [];
        movedByOthers.Clear();
        if (glide.Length > 0)
        {
            await attached!.InvokeVoidAsync("remember", closed.Token, [glide]);
        }

        await page!.Read();
        page.Draw();
        if (glide.Length > 0)
        {
            await attached!.InvokeVoidAsync("glide", closed.Token, mover);
        }
    }

    private Task BrokeAsync(Exception broken)
    {
        if (broken is not JSDisconnectedException)
        {
            log.LogError(broken, "A live update of cards failed");
            Sentence = "Live updates paused. Reload to see the newest state.";
            page!.Draw();
        }

        return Task.CompletedTask;
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

/// <summary>Makes the hand of a page.</summary>
public sealed class CardHands(CardActions actions, WantedDesk wanted, IWorkspaceFeed feed, IJSRuntime js, TimeProvider clock, ILogger<CardHand> log)
{
    /// <summary>It belongs to the page, which disposes of it.</summary>
    public CardHand New() => new(actions, wanted, feed, js, clock, log);
}
