namespace Dashboard.Application.Replicas;

/// <summary>Configuration section <c>Replicas</c>.</summary>
public sealed class ReplicaOptions
{
    public const string Section = "Replicas";

    /// <summary>Seconds without a sign of life after which the others take over a replica's work. It gives a sign every third of that.</summary>
    public double LeaseSeconds { get; set; } = 10;

    /// <summary>How often signals of other replicas are looked for.</summary>
    public double FeedPollSeconds { get; set; } = 0.5;

    public TimeSpan Lease => TimeSpan.FromSeconds(LeaseSeconds);

    /// <exception cref="InvalidOperationException">A setting is senseless; the message says which.</exception>
    public ReplicaOptions Checked() => LeaseSeconds is < 0.2 or > 300 || FeedPollSeconds is < 0.05 or > 60 || FeedPollSeconds > LeaseSeconds / 3
        ? throw new InvalidOperationException("Replicas:LeaseSeconds must be 0.2 to 300, and Replicas:FeedPollSeconds 0.05 to a third of it.")
        : this;
}
