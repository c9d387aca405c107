using System.Globalization;
using Dashboard.Application.Kernel;
using Dashboard.Application.Records;
using Dashboard.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Dashboard.Web.Features.Records;

/// <summary>What comes from elsewhere: HubSpot's own copy, and what others do meanwhile.</summary>
public sealed partial class RecordPage
{
    private IJSObjectReference? module;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (live is null)
        {
            live = new LiveReading(feed, Workspace.Actor.Workspace, clock, InvokeAsync, ReadAsync, DispatchExceptionAsync);
            await live.Soon();
        }

        if (askDue)
        {
            askDue = false;
            await AskAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        live?.Dispose();
        await closed.CancelAsync();
        try
        {
            if (module is not null)
            {
                await module.DisposeAsync();
            }
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException)
        {
            // The page is gone.
        }
    }

    private async Task ReadAsync()
    {
        if (absence is null || sheet is not null)
        {
            await LoadAsync();
            StateHasChanged();
        }
    }

    private async Task AskAsync()
    {
        var (wanted, address) = (key, shownAddress);
        await NameKindAsync();
        var read = await actions.RefreshAsync(Slug, wanted.ObjectType, wanted.Id, closed.Token);
        if (address != shownAddress || closed.IsCancellationRequested)
        {
            return;
        }

        asking = false;
        isGone = read.Failure is Failure.NotFound;
        absence = read.Failure is Failure.NotFound gone
            ? $"{gone.Sentence} A record that was archived, merged or deleted in HubSpot is not there any more, and the numbers of another portal are not known here."
            : read.Failure?.Sentence;
        related = read.Ok ? read.Value : related;
        await LoadAsync();
        StateHasChanged();
        if (sheet is not null)
        {
            module ??= await js.InvokeAsync<IJSObjectReference>("import", closed.Token, "/ui/records.js");
            await module.InvokeVoidAsync("opened", closed.Token, Slug, string.Create(CultureInfo.InvariantCulture, $"{wanted.ObjectType}:{wanted.Id}"));
        }
    }

    /// <summary>A portal's own types have names of their own.</summary>
    private async Task NameKindAsync()
    {
        if (RecordWords.One(key.ObjectType) == RecordWords.One("") && await search.KindsAsync(Slug, closed.Token) is { Ok: true } kinds)
        {
            kind = kinds.Value.GetValueOrDefault(key.ObjectType) ?? kind;
        }
    }
}
