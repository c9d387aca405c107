using Dashboard.Web.Live;

namespace Dashboard.Web.Features.List;

/// <summary>The live side of the list: it reads again when something changed, and once a minute because words such as "overdue" follow the clock.</summary>
public sealed partial class ListPage
{
    private LiveReading? live;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (live is null && table is not null)
        {
            var pace = LivePace.Quick(TimeSpan.FromMilliseconds(150), () => table?.Freshness.IsReading == true);
            live = new LiveReading(feed, Workspace.Actor.Workspace, clock, InvokeAsync, ReadAsync, BrokeAsync, pace);

            // What changed between the first reading and the subscription.
            await live.Soon();
        }
    }

    public async ValueTask DisposeAsync()
    {
        live?.Dispose();
        await closed.CancelAsync();
        closed.Dispose();
    }

    private async Task ReadAsync()
    {
        await LoadAsync();
        StateHasChanged();
    }

    private Task BrokeAsync(Exception broken)
    {
        log.LogError(broken, "A live update of a list failed");
        sentence = "Live updates paused. Reload to see the newest state.";
        StateHasChanged();
        return Task.CompletedTask;
    }
}
