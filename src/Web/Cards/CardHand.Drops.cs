using System.Globalization;
using Dashboard.Application.Board;
using Dashboard.Application.Board.Moving;
using Dashboard.Application.Tasks;
using Dashboard.Web.Words;
using Microsoft.JSInterop;

namespace Dashboard.Web.Cards;

/// <summary>What a drop becomes, and how it is taken back.</summary>
public sealed partial class CardHand
{
    /// <summary>What one gesture may carry; a message with more is not from our script.</summary>
    private const int MostMoves = 200;

    private readonly SemaphoreSlim dropping = new(1, 1);
    private UndoOffer? offer;

    /// <summary>The last move, to be taken back.</summary>
    public UndoOffer? Offer => offer;

    /// <summary>What became of taking back several.</summary>
    public string? Report { get; private set; }

    /// <summary>Where it is told task by task; null when all of it went back.</summary>
    public string? ReportAddress { get; private set; }

    /// <summary>One or more cards were dropped. Returns once they are stored, or with the reason why not. The same gesture may be told again.</summary>
    [JSInvokable]
    public Task<MoveAnswer> Drop(MoveMessage[] moves)
    {
        Guid? gesture = moves is { Length: > 1 } ? moves[0]?.Operation : null;
        return StoreAsync([.. (moves ?? []).Take(MostMoves).OfType<MoveMessage>().Select(message => message.ToMove() with { Gesture = gesture }).Select(page!.Before)]);
    }

    /// <summary>The script got no usable answer to a drop, several times, and took the cards back.</summary>
    [JSInvokable]
    public void TakenBack()
    {
        Sentence = "The move did not reach the server, so the card is back in its place. Try again.";
        page!.Draw();
    }

    /// <summary>A zone was scrolled to another part.</summary>
    [JSInvokable]
    public Task ShowWindow(string zone, int skip, int take) => page!.ShowWindow?.Invoke(zone, skip, take) ?? Task.CompletedTask;

    [JSInvokable]
    public async Task UndoLast()
    {
        if (offer is not { } last)
        {
            return;
        }

        (offer, Sentence, Report) = (null, null, null);
        if (last.Run is { } run)
        {
            await UndoRunAsync(run);
        }
        else
        {
            var undone = await actions.UndoAsync(Slug, last.Changes[0]);
            Sentence = undone.Ok ? null : undone.Failure.Sentence;
        }

        await page!.Read();
        page.Draw();
        if (attached is not null)
        {
            await attached.InvokeVoidAsync("focus", closed.Token, last.Task.ToString(CultureInfo.InvariantCulture));
        }
    }

    public void CloseOffer() => (offer, Report) = (null, null);

    private async Task UndoRunAsync(Guid run)
    {
        var undone = await actions.UndoRunAsync(Slug, run);
        Sentence = undone.Ok ? null : undone.Failure.Sentence;
        if (undone.Ok)
        {
            Report = UndoWords.Of(undone.Value.Undone, undone.Value.Overtaken);
            ReportAddress = undone.Value.Overtaken > 0 ? page!.Workspace.Path($"changes?run={run:N}") : null;
        }
    }

    /// <summary>Moves cards for another reason than a drop: told and taken back like one.</summary>
    public Task MoveAsync(IReadOnlyList<TaskMove> moves) => StoreAsync(moves);

    /// <summary>What is selected, here or on another page of the workspace.</summary>
    public async Task<IReadOnlyList<long>> ChosenAsync() => attached is null ? [] : await attached.InvokeAsync<long[]>("chosen", closed.Token);

    /// <summary>Cards were moved by another use case: offered to be taken back like a drop, and nothing is selected any more.</summary>
    /// <param name="waits">HubSpot wants another field set before it takes some of them.</param>
    public async Task MovedAsync(UndoOffer made, string? sentence, bool waits)
    {
        await dropping.WaitAsync(closed.Token);
        try
        {
            (offer, Sentence, Report) = (made, sentence, null);
            await page!.Read();
            page.Draw();
        }
        finally
        {
            dropping.Release();
        }

        if (attached is not null)
        {
            await attached.InvokeVoidAsync("letGo", closed.Token);
        }

        if (waits)
        {
            wanted.Ask(made.Run ?? made.Changes[0]);
        }
    }

    /// <summary>One gesture after the other: what the second shows and offers to take back comes after the first.</summary>
    private async Task<MoveAnswer> StoreAsync(IReadOnlyList<TaskMove> moves)
    {
        if (moves.Count == 0)
        {
            return new MoveAnswer(true, null);
        }

        await dropping.WaitAsync(closed.Token);
        try
        {
            return await StoreInTurnAsync(moves);
        }
        finally
        {
            dropping.Release();
        }
    }

    private async Task<MoveAnswer> StoreInTurnAsync(IReadOnlyList<TaskMove> moves)
    {
        var stored = new List<Guid>();
        MovedTask? last = null;
        string? refused = null;
        var gesture = moves[0].Gesture;
        var waits = false;
        foreach (var move in moves)
        {
            var moved = await actions.MoveAsync(Slug, move, page!.Own);
            refused = moved.Ok ? refused : moved.Failure.Sentence;
            last = moved.Ok ? moved.Value : last;
            waits |= moved is { Ok: true, Value.Waits: true };
            stored.AddRange(moved is { Ok: true, Value.Change: { } change } ? [change] : []);
        }

        Sentence = refused ?? last?.Meanwhile;
        if (stored.Count > 0)
        {
            page!.After(moves);
            Report = null;
            offer = new UndoOffer(stored, moves[0].TaskId, stored.Count == 1 ? $"Moved to {last!.To}" : $"Moved {stored.Count} cards to {last!.To}", stored.Count > 1 ? gesture : null);
        }

        if (!closed.IsCancellationRequested)
        {
            await page!.Read();
            page.Draw();
        }

        if (waits)
        {
            wanted.Ask(gesture ?? stored[0]);
        }

        return new MoveAnswer(refused is null, Sentence);
    }

    /// <summary>What HubSpot refused is back in its place already: nothing is left to undo.</summary>
    private bool IsRefused(UndoOffer? of) => of is not null && page is not null && page.Cards().Any(card => Shows(of, card, TaskChangeState.Refused));

    /// <summary>What was dropped a moment ago came back for want of a field: asked at once, while the person still thinks of it.</summary>
    private void AskForWants()
    {
        if (offer is { } of && page is not null && page.Cards().Any(card => card.Change.Wants is not null && Shows(of, card, TaskChangeState.Refused)))
        {
            wanted.Ask(of.Run ?? of.Changes[0]);
        }
    }

    private static bool Shows(UndoOffer of, Card card, TaskChangeState state) => card.Change is { Id: { } change } && card.Change.State == state && of.Changes.Contains(change);
}
