namespace Dashboard.Application.People;

/// <summary>Somebody who signed in. Identified by issuer and subject alone: an e-mail address may change hands.</summary>
public sealed class Person
{
    public required Guid Id { get; init; }

    public required string Issuer { get; init; }

    public required string Subject { get; init; }

    public string Name { get; set; } = "";

    /// <summary>For showing, and for finding the person's owner in the portal once the provider vouched for it.</summary>
    public string? Email { get; set; }

    public bool EmailVerified { get; set; }

    public DateTimeOffset FirstSeenAt { get; init; }

    public DateTimeOffset LastSeenAt { get; set; }
}
