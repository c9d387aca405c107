using Dashboard.Application.Kernel;
using Dashboard.Web.Ui;

namespace Dashboard.Web.Live;

/// <summary>Reads a page again soon after something changed in its workspace. Signals that come close together are one reading.</summary>
internal sealed class LiveReading : IDisposable
{
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(60);

    /// <summary>While HubSpot is being read, signals never stop.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(500);

    private readonly Lifetime closed = new();
    private readonly TimeProvider clock;
    private readonly Func<Task> read;
    private readonly Func<Exception, Task> broke;
    private readonly IDisposable subscription;
    private Task? reading;
    private bool again;

    /// <param name="invoke">Runs on the page's own line.</param>
    /// <param name="broke">Told of a bug while reading.</param>
    public LiveReading(IWorkspaceFeed feed, WorkspaceId workspace, TimeProvider clock, Func<Func<Task>, Task> invoke, Func<Task> read, Func<Exception, Task> broke)
    {
        (this.clock, this.read, this.broke) = (clock, read, broke);
        subscription = feed.Subscribe(workspace, signal =>
        {
            if (signal is WorkspaceSignal.TasksChanged or WorkspaceSignal.ConnectionChanged)
            {
                _ = invoke(Soon);
            }
        });
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
        reading ??= ReadAsync();
        return Task.CompletedTask;
    }

    private async Task ReadAsync()
    {
        try
        {
            for (var pause = Gather; again; pause = Between)
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
