namespace Dashboard.Sandbox;

/// <summary>
/// The one clock of the sandbox: real time plus an offset that tests move. Tokens, limits, index lag and change dates all read it.
/// Timers stay those of real time: a moved clock does not fire them early.
/// </summary>
public sealed class SandboxClock(TimeProvider inner) : TimeProvider
{
    private long offsetTicks;

    public SandboxClock() : this(System)
    {
    }

    public TimeSpan Offset => TimeSpan.FromTicks(Interlocked.Read(ref offsetTicks));

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>Milliseconds since 1970-01-01 UTC, the unit HubSpot uses.</summary>
    public long NowMilliseconds => GetUtcNow().ToUnixTimeMilliseconds();

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() + Offset;

    public void Advance(TimeSpan by) => Interlocked.Add(ref offsetTicks, by.Ticks);

    public void Set(DateTimeOffset now) => Interlocked.Exchange(ref offsetTicks, (now - inner.GetUtcNow()).Ticks);

    public void SetOffset(TimeSpan offset) => Interlocked.Exchange(ref offsetTicks, offset.Ticks);
}
