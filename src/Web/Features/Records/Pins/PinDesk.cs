using Dashboard.Application.Kernel;
using Dashboard.Application.Links;

namespace Dashboard.Web.Features.Records.Pins;

/// <summary>What somebody at one page pinned, unpinned or associated: what it says, what can be taken back, and what HubSpot said no to.</summary>
internal sealed class PinDesk(PinActions actions, string slug)
{
    private const int MostWatched = 20;

    /// <summary>A title in a sentence; the whole one stands in its row.</summary>
    private const int ShownTitle = 80;

    private readonly List<Guid> watched = [];
    private Guid? last;

    /// <summary>What was done last; null when there is nothing to say.</summary>
    public string? Done { get; private set; }

    public bool CanUndo => last is not null;

    /// <summary>Why the last gesture did not happen, or was taken back.</summary>
    public string? Sentence { get; set; }

    public static string Title(string? subject)
    {
        var text = string.IsNullOrWhiteSpace(subject) ? "(no subject)" : subject.Trim();
        return text.Length > ShownTitle ? $"{text[..(char.IsHighSurrogate(text[ShownTitle - 1]) ? ShownTitle - 1 : ShownTitle)]}…" : text;
    }

    public async Task PinAsync(long task, FoundRecord record)
    {
        var operation = Guid.CreateVersion7();
        var pinned = await actions.PinAsync(slug, operation, task, record);
        if (!pinned.Ok || pinned.Value.IsPinned)
        {
            Say(pinned.Failure, null, "It is pinned there already.");
            return;
        }

        var replaced = pinned.Value.Replaces is { } title ? $" in place of “{Title(title)}”" : "";
        var associated = pinned.Value.Associates ? $", and associated with {RecordName(record)}" : "";
        Say(null, operation, $"Pinned{replaced}{associated}");
    }

    public async Task UnpinAsync(FoundRecord record, string? subject)
    {
        var operation = Guid.CreateVersion7();
        Say((await actions.UnpinAsync(slug, operation, record)).Failure, operation, $"Unpinned “{Title(subject)}”");
    }

    /// <summary>Something else that was done with <paramref name="operation"/>; null when there was nothing to do.</summary>
    public void Say(Failure? failure, Guid? operation, string done)
    {
        Sentence = failure?.Sentence;
        (Done, last) = failure is null ? (done, operation) : (null, null);
        if (failure is null && operation is { } id)
        {
            watched.Add(id);
            watched.RemoveRange(0, Math.Max(0, watched.Count - MostWatched));
        }
    }

    public async Task UndoAsync()
    {
        if (last is not { } change)
        {
            return;
        }

        (last, Done) = (null, null);
        var undone = await actions.UndoAsync(slug, change);
        (Sentence, Done) = (undone.Failure?.Sentence, undone.Ok ? "Taken back" : null);
    }

    public void Close() => (last, Done) = (null, null);

    /// <summary>After each reading: did HubSpot refuse something that was done here?</summary>
    public async Task LookAsync(CancellationToken ct)
    {
        foreach (var change in watched.ToList())
        {
            if (await actions.RefusalAsync(slug, change, ct) is { } reason)
            {
                watched.Remove(change);
                Sentence = reason;
                (last, Done) = last == change ? (null, null) : (last, Done);
            }
        }
    }

    private static string RecordName(FoundRecord record) => string.IsNullOrWhiteSpace(record.Name) ? $"#{record.Id}" : Title(record.Name);
}
