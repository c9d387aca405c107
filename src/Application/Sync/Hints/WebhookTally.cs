namespace Dashboard.Application.Sync.Hints;

/// <summary>What reached the webhook address of this process and was not taken. Nothing of it is stored: a stranger must not fill the disk.</summary>
public sealed class WebhookTally(TimeProvider clock)
{
    private long forged, unknown, malformed, unsaved;
    private long lastForged;

    /// <summary>Requests without a valid signature.</summary>
    public long Forged => Interlocked.Read(ref forged);

    public DateTimeOffset? LastForgedAt => Interlocked.Read(ref lastForged) is > 0 and var at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;

    /// <summary>Events of portals that no workspace is connected to.</summary>
    public long UnknownPortal => Interlocked.Read(ref unknown);

    /// <summary>Signed, but no list of events.</summary>
    public long Malformed => Interlocked.Read(ref malformed);

    /// <summary>Answered 503 because they could not be stored; HubSpot sends them again.</summary>
    public long Unsaved => Interlocked.Read(ref unsaved);

    /// <summary>The address under which the last request would have been valid, when it is not the configured one; null when all is well.</summary>
    public string? SignedForAddress { get; private set; }

    public void Forge(string? validAt)
    {
        Interlocked.Increment(ref forged);
        Interlocked.Exchange(ref lastForged, clock.GetUtcNow().ToUnixTimeMilliseconds());
        SignedForAddress = validAt ?? SignedForAddress;
    }

    public void Took() => SignedForAddress = null;

    public void Drop(int events) => Interlocked.Add(ref unknown, events);

    public void Malform() => Interlocked.Increment(ref malformed);

    public void Miss() => Interlocked.Increment(ref unsaved);
}
