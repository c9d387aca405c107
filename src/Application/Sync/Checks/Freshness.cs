using Dashboard.Application.Sync.Hints;

namespace Dashboard.Application.Sync.Checks;

/// <summary>Webhooks, comparisons and what is left out, as the connection page shows them. Lists hold the first twenty.</summary>
public sealed record Freshness
{
    /// <summary>Polling found a change and for this long before it no webhook came: they have stopped.</summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromHours(1);

    public DateTimeOffset? LastHintAt { get; init; }

    public DateTimeOffset? PolledChangeAt { get; init; }

    public int Waiting { get; init; }

    public int ParkedCount { get; init; }

    public IReadOnlyList<WebhookHint> Parked { get; init; } = [];

    public int QuarantineCount { get; init; }

    public IReadOnlyList<QuarantinedTask> Quarantined { get; init; } = [];

    public IndexCheck? Asked { get; init; }

    public IndexCheck? Sweep { get; init; }

    /// <summary>Requests to this process without a valid signature.</summary>
    public long Forged { get; init; }

    public DateTimeOffset? LastForgedAt { get; init; }

    /// <summary>As <see cref="WebhookTally.SignedForAddress"/>.</summary>
    public string? SignedForAddress { get; init; }

    public bool IsSilent => LastHintAt is { } heard && PolledChangeAt is { } found && found - heard > LongestSilence;
}
