using System.Globalization;
using Dashboard.Application.Board;
using Dashboard.Application.Tasks;
using Dashboard.Web.Features.Records.Pins;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.Records;

/// <summary>What a person does on the page. The focus goes where the result stands: the row it came from has moved.</summary>
public sealed partial class RecordPage
{
    private ElementReference pinnedTitle;
    private ElementReference openTitle;
    private bool associating;
    private bool replacing;

    private async Task PinAsync(long task)
    {
        await desk.PinAsync(task, sheet!.Record);
        await DrawnAsync(pinnedTitle);
    }

    private Task ReplaceAsync(string chosen)
    {
        replacing = false;
        return PinAsync(long.Parse(chosen, CultureInfo.InvariantCulture));
    }

    private Task CancelReplaceAsync()
    {
        replacing = false;
        return DrawnAsync(pinnedTitle);
    }

    private Task CloseAssociateAsync()
    {
        associating = false;
        return DrawnAsync(openTitle);
    }

    private async Task UnpinAsync(CrmTask? pinned)
    {
        replacing = false;
        await desk.UnpinAsync(sheet!.Record, pinned is null ? "another activity" : pinned.Subject);
        await DrawnAsync(pinnedTitle);
    }

    private async Task AssociateAsync(Card card)
    {
        var operation = Guid.CreateVersion7();
        var saved = await actions.AssociateAsync(Slug, operation, card.Id, sheet!.Record);
        desk.Say(saved.Failure, saved.Ok ? saved.Value.Change : null, saved is { Ok: true, Value.Change: null } ? "It is associated already." : $"Associated “{PinDesk.Title(card.Subject)}”");
        await LoadAsync();
    }

    private async Task DissociateAsync(CrmTask task)
    {
        var operation = Guid.CreateVersion7();
        var saved = await actions.DissociateAsync(Slug, operation, task.Id, sheet!.Record);
        desk.Say(saved.Failure, saved.Ok ? saved.Value.Change : null, $"Removed the association of “{PinDesk.Title(task.Subject)}”");
        await DrawnAsync(openTitle);
    }

    private async Task UndoAsync()
    {
        await desk.UndoAsync();
        await DrawnAsync(pinnedTitle);
    }

    private async Task RetryAsync(Guid change) => await SettledAsync((await pins.RetryAsync(Slug, change)).Failure?.Sentence);

    private async Task LetBeAsync(Guid change) => await SettledAsync((await pins.LetBeAsync(Slug, change)).Failure?.Sentence);

    private Task SettledAsync(string? sentence)
    {
        desk.Sentence = sentence;
        return LoadAsync();
    }

    private async Task DrawnAsync(ElementReference focus)
    {
        await LoadAsync();
        StateHasChanged();
        if (sheet is not null)
        {
            await focus.FocusAsync();
        }
    }
}
