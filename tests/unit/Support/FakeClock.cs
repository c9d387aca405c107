namespace Dashboard.UnitTests.Support;

/// <summary>Time that moves when told. Timers run on real time, and at once when <see cref="Pass"/> goes beyond them.</summary>
public sealed class FakeClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Alarm> alarms = [];
    private long offset;

    public override DateTimeOffset GetUtcNow() => start.AddTicks(Interlocked.Read(ref offset));

    public void Advance(TimeSpan by) => Interlocked.Add(ref offset, by.Ticks);

    /// <summary>As <see cref="Advance"/>, and what was to happen within that time happens.</summary>
    public void Pass(TimeSpan by)
    {
        Advance(by);
        Alarm[] due;
        lock (gate)
        {
            due = [.. alarms.Where(alarm => alarm.Due <= GetUtcNow())];
        }

        foreach (var alarm in due)
        {
            alarm.Ring();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, callback, state);
        lock (gate)
        {
            alarms.Add(alarm);
        }

        alarm.Change(dueTime, period);
        return alarm;
    }

    private void Forget(Alarm alarm)
    {
        lock (gate)
        {
            alarms.Remove(alarm);
        }
    }

    private sealed class Alarm : ITimer
    {
        private readonly FakeClock clock;
        private readonly ITimer timer;
        private TimeSpan every;
        private long due = DateTimeOffset.MaxValue.UtcTicks;

        public Alarm(FakeClock clock, TimerCallback callback, object? state)
        {
            this.clock = clock;
            timer = TimeProvider.System.CreateTimer(
                told =>
                {
                    Expect(every);
                    callback(told);
                },
                state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public DateTimeOffset Due => new(Interlocked.Read(ref due), TimeSpan.Zero);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            every = period;
            Expect(dueTime);
            return timer.Change(dueTime, period);
        }

        public void Ring() => timer.Change(TimeSpan.Zero, every);

        public void Dispose()
        {
            clock.Forget(this);
            timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            clock.Forget(this);
            return timer.DisposeAsync();
        }

        private void Expect(TimeSpan wait) =>
            Interlocked.Exchange(ref due, (wait == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : clock.GetUtcNow() + wait).UtcTicks);
    }
}
