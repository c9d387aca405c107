using Dashboard.Application.Kernel;
using Dashboard.Web.Ui;

namespace Dashboard.Web.Live;

/// <summary>Reads a page again soon after something changed in its workspace. Signals that come close together are one reading.</summary>
internal sealed class LiveReading : IDisposable
{
    private readonly Lifetime closed = new();
    private readonly TimeProvider clock;
    private readonly Func<Task> read;
    private readonly Func<Exception, Task> broke;
    private readonly LivePace pace;
    private readonly IDisposable subscription;
    private Task? reading;
    private bool again;

    /// <param name="invoke">Runs on the page's own line.</param>
    /// <param name="broke">Told of a bug while reading.</param>
    /// <param name="heard">Told of each signal before the reading it causes, on the page's own line.</param>
    public LiveReading(
        IWorkspaceFeed feed, WorkspaceId workspace, TimeProvider clock, Func<Func<Task>, Task> invoke, Func<Task> read, Func<Exception, Task> broke,
        LivePace? pace = null, Action<WorkspaceSignal>? heard = null)
    {
        (this.clock, this.read, this.broke, this.pace) = (clock, read, broke, pace ?? LivePace.Calm);
        subscription = feed.Subscribe(workspace, signal =>
        {
            if (this.pace.Follows(signal))
            {
                _ = invoke(() =>
                {
                    heard?.Invoke(signal);
                    return Soon();
                });
            }
        });
        if (this.pace.Ages is { } ages)
        {
            _ = AgeAsync(ages, invoke);
        }
    }

    public void Dispose()
    {
        subscription.Dispose();
        closed.Cancel();
    }

    /// <summary>Call it on the page's own line.</summary>
    public Task Soon()
    {
        again = true;
        if (!closed.IsCancellationRequested)
        {
            reading ??= ReadAsync();
        }

        return Task.CompletedTask;
    }

    private async Task AgeAsync(TimeSpan ages, Func<Func<Task>, Task> invoke)
    {
        using var timer = new PeriodicTimer(ages, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(closed.Token))
            {
                await invoke(Soon);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private async Task ReadAsync()
    {
        try
        {
            for (var pause = pace.First(); again; pause = pace.Between())
            {
                await Task.Delay(pause, clock, closed.Token);
                again = false;
                await read();
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
        catch (Exception bug)
        {
            await broke(bug);
        }
        finally
        {
            reading = null;
        }
    }
}
