namespace Dashboard.Application.People;

/// <summary>A signed-in browser. The cookie holds a random key, this row its hash; deleting the row ends the session everywhere.</summary>
public sealed class Session
{
    /// <summary>SHA-256 of the 256-bit key in the cookie, as lower-case hex.</summary>
    public required string KeyHash { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary>Encrypted authentication ticket (id_token for sign-out inside).</summary>
    public required byte[] Ticket { get; set; }

    /// <summary>The provider's session id (<c>sid</c>), when it named one.</summary>
    public string? ProviderSession { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset LastSeenAt { get; set; }

    /// <summary>Idle limit, moved on by use; never past <see cref="EndsAt"/>.</summary>
    public required DateTimeOffset IdleUntil { get; set; }

    /// <summary>Absolute limit; use does not move it.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>For the person's own list of sessions: what browser, from its user agent.</summary>
    public string? Browser { get; init; }
}
