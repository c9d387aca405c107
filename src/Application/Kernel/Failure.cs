namespace Dashboard.Application.Kernel;

/// <summary>
/// Why a use case did not do what was asked, as a sentence the person can act on.
/// Expected failures travel as values; a bug throws.
/// </summary>
public abstract record Failure(string Sentence)
{
    /// <summary>Missing, or of another workspace: the two look alike on purpose.</summary>
    public sealed record NotFound(string What) : Failure($"{What} was not found. It may have been removed, or you may not have access to it.");

    /// <summary>The member's role does not allow it.</summary>
    public sealed record Forbidden(string Action, string Needed) : Failure($"Your role does not allow you to {Action}. Ask {Needed} of this workspace.");

    /// <summary>An input with a bad form; <paramref name="Field"/> is where the sentence belongs.</summary>
    public sealed record Invalid(string Field, string Sentence) : Failure(Sentence);

    /// <summary>HubSpot read the request and said no. Sending it again unchanged gives the same answer.</summary>
    public sealed record Refused(string Reason, string? CorrelationId = null, int? StatusCode = null, IReadOnlyList<string>? Properties = null)
        : Failure($"HubSpot did not accept this: {Reason}");

    /// <summary>HubSpot could not be asked or did not answer in a usable way; trying again later may work.</summary>
    public sealed record Unavailable(string Reason, TimeSpan? RetryAfter = null, string? CorrelationId = null) : Failure(Reason);

    /// <summary>The portal's grant is missing or no longer valid.</summary>
    public sealed record NotConnected() : Failure("This workspace is not connected to HubSpot. An admin can connect it under Settings.");

    /// <summary>The grant lacks a scope that the call needs.</summary>
    public sealed record MissingScope(string Scope) : Failure($"HubSpot did not grant the permission \"{Scope}\". An admin can reconnect and allow it.");

    /// <summary>Somebody else changed the same thing first.</summary>
    public sealed record Conflict(string Reason) : Failure(Reason);
}
