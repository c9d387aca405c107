using System.Collections.Concurrent;
using Dashboard.Application.Kernel;
using Microsoft.Extensions.Logging;

namespace Dashboard.Infrastructure.Background;

/// <summary>
/// Runs one piece of work for each workspace at a time, workspaces side by side: a slow or broken portal holds up nobody else.
/// Asked for while it runs, it runs once more.
/// </summary>
public sealed class WorkspaceRuns(Func<WorkspaceId, CancellationToken, Task> work, ILogger log)
{
    private readonly ConcurrentDictionary<WorkspaceId, Run> runs = new();

    /// <summary>The type of the last exception in each workspace whose last run failed.</summary>
    public ConcurrentDictionary<WorkspaceId, string> Broken { get; } = new();

    public void Start(WorkspaceId workspace, CancellationToken ct)
    {
        var run = runs.GetOrAdd(workspace, _ => new Run());
        if (run.Ask())
        {
            // Off the asking loop: the first synchronous stretch of the work must not hold it up.
            run.Current = Task.Run(() => WorkAsync(workspace, run, ct), CancellationToken.None);
        }
    }

    /// <summary>Waits for the work under way, for a stop in good order.</summary>
    public Task DrainAsync() => Task.WhenAll(runs.Values.Select(r => r.Current));

    private async Task WorkAsync(WorkspaceId workspace, Run run, CancellationToken ct)
    {
        do
        {
            try
            {
                using (log.BeginScope("workspace {Workspace}", workspace))
                {
                    await work(workspace, ct);
                    Broken.TryRemove(workspace, out _);
                }
            }
            catch (OperationCanceledException)
            {
                // Stopping, or the portal was disconnected under the work.
            }
            catch (Exception broken)
            {
                Broken[workspace] = broken.GetType().Name;
                log.LogError(broken, "Background work of workspace {Workspace} failed", workspace);
            }
        }
        while (run.GoesOn() && !ct.IsCancellationRequested);
    }

    private sealed class Run
    {
        private readonly Lock gate = new();
        private bool running;
        private bool again;

        public Task Current { get; set; } = Task.CompletedTask;

        /// <summary>Whether the caller has to start it.</summary>
        public bool Ask()
        {
            lock (gate)
            {
                again = running;
                return !running && (running = true);
            }
        }

        public bool GoesOn()
        {
            lock (gate)
            {
                running = again;
                again = false;
                return running;
            }
        }
    }
}
