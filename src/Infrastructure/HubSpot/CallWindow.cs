using Dashboard.Application.Connections.Portal;

namespace Dashboard.Infrastructure.HubSpot;

/// <summary>
/// The rules of one rolling window, without a clock of its own: instants are times on one monotonic scale.
/// HubSpot counts calls as they arrive, so a call is held for the interval and a little longer. The sync is spread evenly and leaves
/// a reserve; people may use all of it. https://developers.hubspot.com/docs/developer-tooling/platform/usage-guidelines
/// </summary>
public sealed class CallWindow(int max, TimeSpan interval, int reserve, int burst)
{
    private static readonly TimeSpan Slack = TimeSpan.FromMilliseconds(25);

    /// <summary>Fewer unexplained calls than this are ours, on their way.</summary>
    private const int Unexplained = 4;

    private readonly Queue<TimeSpan> sent = new();
    private TimeSpan pausedUntil;
    private TimeSpan pacedAt = TimeSpan.MinValue / 2;
    private int others;
    private TimeSpan othersUntil;

    public int Max { get; private set; } = max;

    /// <summary>How long until a call may go; zero for now.</summary>
    public TimeSpan Wait(CallPriority priority, TimeSpan now)
    {
        Forget(now);
        var wait = pausedUntil - now;
        var allowed = Math.Max(1, priority == CallPriority.Person ? Max : Max - reserve);
        var used = sent.Count + OthersAt(now);
        if (used >= allowed)
        {
            wait = Later(wait, sent.Count > 0 ? sent.ElementAt(Math.Min(used - allowed, sent.Count - 1)) + interval + Slack - now : othersUntil - now);
        }

        if (priority == CallPriority.Syncing)
        {
            wait = Later(wait, pacedAt - (burst * Step) - now);
        }

        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    public void Take(CallPriority priority, TimeSpan now)
    {
        sent.Enqueue(now);
        if (priority == CallPriority.Syncing)
        {
            pacedAt = Later(pacedAt, now) + Step;
        }
    }

    /// <summary>What the headers of an answer said. Calls HubSpot counted that we did not make belong to another process of ours.</summary>
    public void Learn(int limit, int remaining, TimeSpan now)
    {
        Max = Math.Max(1, limit);
        Forget(now);
        var unexplained = Max - remaining - sent.Count;
        others = unexplained > Unexplained ? unexplained : 0;
        othersUntil = now + (interval / 4);
    }

    public void Pause(TimeSpan until) => pausedUntil = Later(pausedUntil, until);

    public TimeSpan PausedFor(TimeSpan now) => Later(pausedUntil - now, TimeSpan.Zero);

    public PortalBudget Budget(TimeSpan now)
    {
        Forget(now);
        return new PortalBudget(Max, sent.Count + OthersAt(now), interval, PausedFor(now));
    }

    private TimeSpan Step => interval / Math.Max(1, Max - reserve);

    private int OthersAt(TimeSpan now) => now < othersUntil ? others : 0;

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private void Forget(TimeSpan now)
    {
        while (sent.TryPeek(out var oldest) && oldest + interval + Slack <= now)
        {
            sent.Dequeue();
        }
    }
}
