using Dashboard.Application.Links;
using Dashboard.Web.Shell.Addresses;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.Records;

/// <summary>One search after the other: the newest wins, however late an older answer comes.</summary>
public sealed partial class RecordsPage
{
    /// <summary>Searches in HubSpot are few (five a second for a portal), so each waits until nobody types.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private const int ShortestText = 2;

    private CancellationTokenSource current = new();
    private CancellationTokenSource? asked;
    private IReadOnlyList<RecordTally> rows = [];
    private string text = "";
    private string shown = "";
    private string? sentence;
    private bool searching;

    /// <summary>What an address put into the field. What is typed is never written back to it: an answer would overtake the typing.</summary>
    private string begun = "";
    private int drawn;

    /// <summary>The words this page put into its address last, and those whose news of it is still on its way back.</summary>
    private string? written;
    private string? seen;
    private readonly HashSet<string> echoes = [];

    private bool IsSearch => text.Trim().Length >= ShortestText;

    private async Task TypedAsync(ChangeEventArgs typed)
    {
        var mine = await ShowKnownAsync(typed.Value?.ToString() ?? "");
        if (mine.IsCancellationRequested)
        {
            return;
        }

        StateHasChanged();
        try
        {
            await Task.Delay(Pause, clock, mine.Token);
        }
        catch (OperationCanceledException)
        {
            // Somebody types on.
            return;
        }

        await AskAsync(mine);
    }

    /// <summary>
    /// Enter asks at once, and again when it was asked before: HubSpot's search learns of new records with a delay. While HubSpot is being asked for
    /// these words a second question would only stand in the way of the first.
    /// </summary>
    private Task SearchNowAsync()
    {
        if (asked == current && searching)
        {
            return Task.CompletedTask;
        }

        asked = null;
        searching = IsSearch;
        return AskAsync(current);
    }

    /// <summary>Ends the search before this one and shows what the index has.</summary>
    /// <returns>What cancels it.</returns>
    private async Task<CancellationTokenSource> ShowKnownAsync(string wanted)
    {
        var (before, mine) = (current, new CancellationTokenSource());
        current = mine;
        (text, sentence, searching) = (wanted, null, wanted.Trim().Length >= ShortestText);
        await before.CancelAsync();
        if (!IsSearch)
        {
            (rows, shown) = ([], "");
            return mine;
        }

        var token = mine.Token;
        try
        {
            var known = await actions.FindAsync(Slug, wanted, askHubSpot: false, token);
            if (!token.IsCancellationRequested)
            {
                rows = known.Ok ? known.Value.Rows : [];
                (shown, sentence) = (wanted.Trim(), known.Failure?.Sentence);
            }
        }
        catch (OperationCanceledException)
        {
            // A newer search is under way.
        }

        return mine;
    }

    private async Task AskAsync(CancellationTokenSource mine)
    {
        if (mine != current || mine == asked || mine.IsCancellationRequested)
        {
            return;
        }

        asked = mine;
        var token = mine.Token;
        KeepAddress();
        if (!IsSearch)
        {
            return;
        }

        try
        {
            var all = await actions.FindAsync(Slug, text, askHubSpot: true, token);
            if (!token.IsCancellationRequested)
            {
                rows = all.Ok ? Merged(rows, all.Value.Rows) : rows;
                (sentence, searching) = (all.Ok ? all.Value.Trouble : all.Failure.Sentence, false);
                StateHasChanged();
            }
        }
        catch (OperationCanceledException)
        {
            // A newer search is under way.
        }
    }

    /// <summary>What stands there stays where it is: only its words are renewed, and the rest comes below.</summary>
    private static IReadOnlyList<RecordTally> Merged(IReadOnlyList<RecordTally> known, IReadOnlyList<RecordTally> all)
    {
        var newest = all.DistinctBy(r => (r.Record.ObjectType, r.Record.Id)).ToDictionary(r => (r.Record.ObjectType, r.Record.Id));
        return [.. known.Concat(all).DistinctBy(r => (r.Record.ObjectType, r.Record.Id)).Select(r => newest.GetValueOrDefault((r.Record.ObjectType, r.Record.Id), r))];
    }

    /// <summary>An address this page wrote itself comes back a round trip later; by then somebody may have typed on.</summary>
    private bool IsEcho(string wanted)
    {
        if (wanted == seen)
        {
            return true;
        }

        seen = wanted;
        var own = echoes.Remove(wanted) || wanted == written;
        if (!own || wanted == written)
        {
            echoes.Clear();
        }

        return own;
    }

    private void KeepAddress()
    {
        var wanted = text.Trim();
        if (wanted != (written ?? ""))
        {
            written = wanted;
            echoes.Add(wanted);
            navigation.NavigateTo(PageAddress.With(navigation.Uri, ("q", wanted)), replace: true);
        }
    }
}
