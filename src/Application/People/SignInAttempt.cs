namespace Dashboard.Application.People;

/// <summary>A sign-in that was started and may be finished once: the row is taken away by the first callback, on whichever replica.</summary>
public sealed class SignInAttempt
{
    /// <summary>SHA-256 of the state's random id, as lower-case hex.</summary>
    public required string Id { get; init; }

    /// <summary>SHA-256 of the browser's correlation value.</summary>
    public required string BrowserHash { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}
