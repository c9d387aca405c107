namespace Dashboard.Sandbox.Webhooks;

/// <summary>Where webhooks go and how badly. Everything but the address and the secret is a way to be worse than HubSpot usually is.</summary>
/// <param name="Url">The address as the app's settings name it; what is signed.</param>
/// <param name="Secret">The app's client secret.</param>
public sealed record WebhookTarget(string Url, string Secret)
{
    /// <summary>Where to connect in place of <see cref="Url"/>: as a proxy in front of the app would.</summary>
    public string? SendTo { get; init; }

    /// <summary>Waited before each delivery.</summary>
    public int DelayMilliseconds { get; init; }

    /// <summary>How often each delivery is made.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Events of a delivery are sent newest first.</summary>
    public bool Reverse { get; init; }

    /// <summary>Every so many-th event is never sent; 0 sends all.</summary>
    public int DropEvery { get; init; }

    /// <summary>The first wait after a refusal; each further one is longer by as much. HubSpot spreads ten attempts over a day.</summary>
    public int RetryMilliseconds { get; init; } = 500;

    /// <summary>Every event carries this id: HubSpot does not promise that ids differ.</summary>
    public long? EventId { get; init; }
}

/// <summary>What became of the events so far.</summary>
/// <param name="Waiting">Made and neither taken nor given up.</param>
public sealed record WebhookCounts(long Events, long Delivered, long Refused, long GivenUp, long Dropped, long Waiting);
