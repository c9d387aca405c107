using Dashboard.Application.Connections.Portal;

namespace Dashboard.Infrastructure.HubSpot;

/// <summary>
/// The rules of one rolling window, without a clock of its own: instants are times on one monotonic scale.
/// HubSpot counts a call when it arrives, which is some time between our sending it and its answer; so a call counts here from its sending
/// until one interval after its answer, and no network can make us send too many. The sync is spread evenly and leaves a reserve; people may
/// use all of it. https://developers.hubspot.com/docs/developer-tooling/platform/usage-guidelines
/// </summary>
public sealed class CallWindow(int max, TimeSpan interval, int reserve, int burst)
{
    /// <summary>For clocks that tick apart.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMilliseconds(5);

    /// <summary>Everything is under way: look again soon.</summary>
    private static readonly TimeSpan Unknown = TimeSpan.FromMilliseconds(50);

    /// <summary>Fewer unexplained calls than this are ours, on their way.</summary>
    private const int Unexplained = 4;

    private readonly Queue<TimeSpan> answered = new();
    private int underWay;
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
        var used = underWay + answered.Count + OthersAt(now);
        if (used >= allowed)
        {
            wait = Later(wait, answered.Count > 0 ? answered.ElementAt(Math.Min(used - allowed, answered.Count - 1)) + interval + Slack - now : Unknown);
        }

        if (priority == CallPriority.Syncing)
        {
            wait = Later(wait, pacedAt - (burst * Step) - now);
        }

        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    public void Take(CallPriority priority, TimeSpan now)
    {
        underWay++;
        if (priority == CallPriority.Syncing)
        {
            pacedAt = Later(pacedAt, now) + Step;
        }
    }

    /// <summary>The answer of a call is there, or it was given up.</summary>
    public void Answered(TimeSpan now)
    {
        underWay--;
        answered.Enqueue(now);
    }

    /// <summary>What the headers of an answer said. Calls HubSpot counted that we did not make belong to another process of ours.</summary>
    public void Learn(int limit, int remaining, TimeSpan now)
    {
        Max = Math.Max(1, limit);
        Forget(now);
        var unexplained = Max - remaining - underWay - answered.Count;
        others = unexplained > Unexplained ? unexplained : 0;
        othersUntil = now + (interval / 4);
    }

    public void Pause(TimeSpan until) => pausedUntil = Later(pausedUntil, until);

    public TimeSpan PausedFor(TimeSpan now) => Later(pausedUntil - now, TimeSpan.Zero);

    public PortalBudget Budget(TimeSpan now)
    {
        Forget(now);
        return new PortalBudget(Max, underWay + answered.Count + OthersAt(now), interval, PausedFor(now));
    }

    private TimeSpan Step => interval / Math.Max(1, Max - reserve);

    private int OthersAt(TimeSpan now) => now < othersUntil ? others : 0;

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private void Forget(TimeSpan now)
    {
        while (answered.TryPeek(out var oldest) && oldest + interval + Slack <= now)
        {
            answered.Dequeue();
        }
    }
}
