namespace Dashboard.UnitTests.Support;

/// <summary>Time that moves when told. Timers run on real time.</summary>
public sealed class FakeClock(DateTimeOffset start) : TimeProvider
{
    private long offset;

    public override DateTimeOffset GetUtcNow() => start.AddTicks(Interlocked.Read(ref offset));

    public void Advance(TimeSpan by) => Interlocked.Add(ref offset, by.Ticks);
}
