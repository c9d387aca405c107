namespace Dashboard.Application.Replicas;

/// <summary>From the first beat until another replica missed it for too long.</summary>
public sealed class ReplicaLife(Guid id)
{
    private long beatenAt;

    public Guid Id => id;

    /// <summary>The monotonic clock's reading.</summary>
    public long BeatenAt
    {
        get => Interlocked.Read(ref beatenAt);
        set => Interlocked.Exchange(ref beatenAt, value);
    }
}
