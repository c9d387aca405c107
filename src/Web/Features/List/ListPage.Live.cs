using Dashboard.Application.Kernel;

namespace Dashboard.Web.Features.List;

/// <summary>The live side of the list: it reads again when something changed, and once a minute because words such as "overdue" follow the clock.</summary>
public sealed partial class ListPage
{
    /// <summary>Signals that come close together are one reading.</summary>
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(150);

    /// <summary>While HubSpot is being read, signals never stop.</summary>
    private static readonly TimeSpan GatherWhileReading = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Ageing = TimeSpan.FromMinutes(1);

    private IDisposable? subscription;
    private bool readAgain;
    private Task? reading;

    protected override void OnAfterRender(bool firstRender)
    {
        if (subscription is null && table is not null)
        {
            subscription = feed.Subscribe(Workspace.Actor.Workspace, Heard);
            _ = AgeAsync();

            // What changed between the first reading and the subscription.
            ReadSoon();
        }
    }

    public async ValueTask DisposeAsync()
    {
        subscription?.Dispose();
        await closed.CancelAsync();
        closed.Dispose();
    }

    /// <summary>Runs on the publisher's thread: note that something happened and go.</summary>
    private void Heard(WorkspaceSignal signal) => _ = InvokeAsync(ReadSoon);

    private void ReadSoon()
    {
        readAgain = true;
        if (reading is null && !closed.IsCancellationRequested)
        {
            reading = ReadAsync();
        }
    }

    private async Task ReadAsync()
    {
        try
        {
            while (readAgain)
            {
                await Task.Delay(table?.Freshness.IsReading == true ? GatherWhileReading : Gather, clock, closed.Token);
                readAgain = false;
                await LoadAsync();
                StateHasChanged();
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
        catch (Exception broken)
        {
            log.LogError(broken, "A live update of a list failed");
            sentence = "Live updates paused. Reload to see the newest state.";
            StateHasChanged();
        }
        finally
        {
            reading = null;
        }
    }

    private async Task AgeAsync()
    {
        using var timer = new PeriodicTimer(Ageing, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(closed.Token))
            {
                ReadSoon();
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }
}
