using System.Globalization;
using Dashboard.Application.Links;
using Dashboard.Application.Links.Pins;
using Dashboard.Application.Records;
using Dashboard.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.Records.Pins;

/// <summary>What a person does with a pin from here.</summary>
public sealed partial class PinsPage
{
    private static FoundRecord Found(CrmRecord record) => new(record.ObjectType, record.Id, record.Name, record.Detail);

    private static string Question(PinEntry entry) => entry.Task is { } task
        ? $"Which open task shall be pinned in place of “{PinDesk.Title(task.Subject)}”?"
        : $"Which open task shall be pinned on {RecordWords.Name(entry.Record.Name, entry.Record.Id)}?";

    private async Task AskAsync(PinEntry entry)
    {
        var read = await actions.OpenTasksAsync(Slug, entry.Record.ObjectType, entry.Record.Id, closed.Token);
        desk.Sentence = read.Failure?.Sentence;
        if (read.Ok)
        {
            choices = [.. read.Value.Select(t => new PickerOption(t.Id.ToString(CultureInfo.InvariantCulture), PinDesk.Title(t.Subject)))];
            asked = (entry.Record.ObjectType, entry.Record.Id);
        }
    }

    private async Task PinAsync(PinEntry entry, string chosen)
    {
        asked = null;
        await desk.PinAsync(long.Parse(chosen, CultureInfo.InvariantCulture), Found(entry.Record));
        await DrawnAsync();
    }

    private async Task UnpinAsync(PinEntry entry)
    {
        asked = null;
        await desk.UnpinAsync(Found(entry.Record), entry.Task?.Subject);
        await DrawnAsync();
    }

    private async Task UndoAsync()
    {
        await desk.UndoAsync();
        await DrawnAsync();
    }

    private async Task RetryAsync(Guid change)
    {
        desk.Sentence = (await pins.RetryAsync(Slug, change)).Failure?.Sentence;
        await LoadAsync();
    }

    private async Task LetBeAsync(Guid change)
    {
        desk.Sentence = (await pins.LetBeAsync(Slug, change)).Failure?.Sentence;
        await LoadAsync();
    }

    /// <summary>The row a gesture came from may be gone: the list keeps the focus.</summary>
    private async Task DrawnAsync()
    {
        await LoadAsync();
        StateHasChanged();
        if (sheet is { Entries.Count: > 0 } && Shown.Count > 0)
        {
            await list.FocusAsync();
        }
    }
}
