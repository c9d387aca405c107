using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.Replicas;
using Dashboard.Application.Sync;
using Dashboard.Application.Sync.Hints;
using Dashboard.Infrastructure.Background;
using Dashboard.Infrastructure.Background.Replicas;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.UnitTests.Changes.Replicas;

/// <summary>What a process needs to be one of several on a database.</summary>
internal sealed class Replica
{
    public Replica(IDashboardDbs dbs, double leaseSeconds = 30, TimeProvider? clock = null)
    {
        var time = clock ?? TimeProvider.System;
        var options = new ReplicaOptions { LeaseSeconds = leaseSeconds, FeedPollSeconds = 0.05 };
        Me = new ThisReplica(dbs, options, time);
        Leases = new Leases(dbs, Me);
        Others = new OtherReplicas(dbs, Me, options, time);
        Here = new InProcessFeed(NullLogger<InProcessFeed>.Instance);
        Feed = new SharedFeed(Here, Others, Me, dbs);
        Reader = new FeedReader(dbs, Me, Feed, Changes, Syncs, Hints, time);
        Loop = new ReplicaLoop(Me, Others, Feed, Reader, options, NullLogger<ReplicaLoop>.Instance, time);
    }

    public ThisReplica Me { get; }

    public Leases Leases { get; }

    public OtherReplicas Others { get; }

    public InProcessFeed Here { get; }

    public SharedFeed Feed { get; }

    public ChangeBell Changes { get; } = new();

    public SyncBell Syncs { get; } = new();

    public HintBell Hints { get; } = new();

    public FeedReader Reader { get; }

    public ReplicaLoop Loop { get; }
}

/// <summary>Both clocks move when told, each by itself.</summary>
internal sealed class TwoClocks : TimeProvider
{
    private long ticks;

    public TimeSpan WallClock { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref ticks);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + WallClock;

    public void Pass(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);
}
