using System.Globalization;
using Dashboard.Application.Board.Moving;
using Dashboard.Application.Tasks;
using Dashboard.Web.Live;
using Dashboard.Web.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Dashboard.Web.Features.Board;

/// <summary>What a drop becomes, and how it is taken back.</summary>
public sealed partial class BoardPage
{
    private string? report;
    private string? reportAddress;

    [Inject]
    private WantedDesk Wanted { get; set; } = null!;

    [JSInvokable]
    public async Task UndoLast()
    {
        if (offer is not { } last)
        {
            return;
        }

        (offer, sentence, report) = (null, null, null);
        if (last.Run is { } run)
        {
            await UndoRunAsync(run);
        }
        else
        {
            var undone = await actions.UndoAsync(Slug, last.Changes[0]);
            sentence = undone.Ok ? null : undone.Failure.Sentence;
        }

        await LoadAsync();
        StateHasChanged();
        if (attached is not null)
        {
            await attached.InvokeVoidAsync("focus", closed.Token, last.Task.ToString(CultureInfo.InvariantCulture));
        }
    }

    private async Task UndoRunAsync(Guid run)
    {
        var undone = await actions.UndoRunAsync(Slug, run);
        sentence = undone.Ok ? null : undone.Failure.Sentence;
        if (undone.Ok)
        {
            report = UndoWords.Of(undone.Value.Undone, undone.Value.Overtaken);
            reportAddress = undone.Value.Overtaken > 0 ? Workspace.Path($"changes?run={run:N}") : null;
        }
    }

    private async Task<MoveAnswer> StoreAsync(MoveMessage[] moves)
    {
        var stored = new List<Guid>();
        MovedTask? last = null;
        string? refused = null;
        Guid? gesture = moves.Length > 1 ? moves[0].Operation : null;
        var waits = false;
        foreach (var message in moves.Take(MostMoves))
        {
            var moved = await actions.MoveAsync(Slug, message.ToMove() with { Gesture = gesture }, Viewer.Zone());
            refused = moved.Ok ? refused : moved.Failure.Sentence;
            last = moved.Ok ? moved.Value : last;
            waits |= moved is { Ok: true, Value.Waits: true };
            stored.AddRange(moved is { Ok: true, Value.Change: { } change } ? [change] : []);
        }

        sentence = refused ?? last?.Meanwhile;
        if (stored.Count > 0)
        {
            report = null;
            offer = new UndoOffer(stored, moves[0].TaskId, stored.Count == 1 ? $"Moved to {last!.Status}" : $"Moved {stored.Count} cards to {last!.Status}", stored.Count > 1 ? gesture : null);
        }

        if (!closed.IsCancellationRequested)
        {
            await LoadAsync();
            StateHasChanged();
        }

        if (waits)
        {
            Wanted.Ask(gesture ?? stored[0]);
        }

        return new MoveAnswer(refused is null, sentence);
    }

    /// <summary>What was dropped a moment ago came back for want of a field: asked at once, while the person still thinks of it.</summary>
    private void AskForWants()
    {
        if (offer is { } of && view!.Columns.SelectMany(c => c.Cards).Any(card => card.Change is { State: TaskChangeState.Refused, Wants: not null, Id: { } change } && of.Changes.Contains(change)))
        {
            Wanted.Ask(of.Run ?? of.Changes[0]);
        }
    }
}
