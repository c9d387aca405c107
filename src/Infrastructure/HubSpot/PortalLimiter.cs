using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;

namespace Dashboard.Infrastructure.HubSpot;

/// <summary>Lets the calls to one portal through at the pace HubSpot allows, people before the sync, search apart from the rest.</summary>
public sealed class PortalLimiter : IDisposable
{
    private readonly TimeProvider clock;
    private readonly long start;
    private readonly Lock gate = new();
    private readonly ITimer timer;
    private readonly Lane calls;
    private readonly Lane searches;

    public PortalLimiter(HubSpotOptions options, TimeProvider clock)
    {
        this.clock = clock;
        start = clock.GetTimestamp();
        calls = new Lane(new CallWindow(options.CallsPerTenSeconds, TimeSpan.FromSeconds(10), reserve: 1, burst: 8));
        searches = new Lane(new CallWindow(options.SearchesPerSecond, TimeSpan.FromSeconds(1), reserve: 1, burst: options.SearchesPerSecond));
        timer = clock.CreateTimer(_ => Pump(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private TimeSpan Now => clock.GetElapsedTime(start);

    public PortalBudget Budget
    {
        get
        {
            lock (gate)
            {
                return calls.Window.Budget(Now);
            }
        }
    }

    /// <summary>Waits for the turn. A pause longer than <paramref name="patience"/> is not waited out: the answer says how long it lasts.</summary>
    public async Task<Failure.Unavailable?> EnterAsync(CallPriority priority, bool search, TimeSpan patience, CancellationToken ct)
    {
        TaskCompletionSource turn;
        lock (gate)
        {
            var lane = search ? searches : calls;
            if (lane.Window.PausedFor(Now) is var pause && pause > patience)
            {
                return new Failure.Unavailable("HubSpot asked us to slow down; this goes on by itself.", pause);
            }

            turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            lane.Waiting(priority).Enqueue(turn);
            PumpLocked();
        }

        await using var cancelled = ct.Register(() => turn.TrySetCanceled(ct));
        await turn.Task;
        return null;
    }

    /// <summary>The call that entered has its answer, or was given up.</summary>
    public void Leave(bool search)
    {
        lock (gate)
        {
            (search ? searches : calls).Window.Answered(Now);
            PumpLocked();
        }
    }

    /// <summary>Headers of an ordinary answer; search answers carry none.</summary>
    public void Learn(int max, int remaining)
    {
        lock (gate)
        {
            calls.Window.Learn(max, remaining, Now);
            PumpLocked();
        }
    }

    /// <summary>After a 429: nothing of this portal goes out for as long as HubSpot said.</summary>
    public void Pause(TimeSpan duration, bool searchOnly)
    {
        lock (gate)
        {
            searches.Window.Pause(Now + duration);
            if (!searchOnly)
            {
                calls.Window.Pause(Now + duration);
            }
        }
    }

    public void Dispose() => timer.Dispose();

    private void Pump()
    {
        lock (gate)
        {
            PumpLocked();
        }
    }

    private void PumpLocked()
    {
        var (one, other) = (calls.Release(Now), searches.Release(Now));
        var next = one < other ? one : other;
        timer.Change(next == TimeSpan.MaxValue ? Timeout.InfiniteTimeSpan : next + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
    }

    private sealed class Lane(CallWindow window)
    {
        private readonly Queue<TaskCompletionSource> people = new();
        private readonly Queue<TaskCompletionSource> syncing = new();

        public CallWindow Window => window;

        public Queue<TaskCompletionSource> Waiting(CallPriority priority) => priority == CallPriority.Person ? people : syncing;

        /// <summary>Lets through what may go now; answers when to look again.</summary>
        public TimeSpan Release(TimeSpan now)
        {
            while (true)
            {
                DropCancelled(people);
                DropCancelled(syncing);
                if (people.Count == 0 && syncing.Count == 0)
                {
                    return TimeSpan.MaxValue;
                }

                var priority = people.Count > 0 ? CallPriority.Person : CallPriority.Syncing;
                if (window.Wait(priority, now) is var wait && wait > TimeSpan.Zero)
                {
                    return wait;
                }

                if (Waiting(priority).Dequeue().TrySetResult())
                {
                    window.Take(priority, now);
                }
            }
        }

        private static void DropCancelled(Queue<TaskCompletionSource> waiting)
        {
            while (waiting.TryPeek(out var first) && first.Task.IsCompleted)
            {
                waiting.Dequeue();
            }
        }
    }
}
