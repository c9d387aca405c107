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

    /// <summary>Inputs of a form that cannot be taken: the field's name to the sentence beside it. The form keeps what was typed.</summary>
    public sealed record Unfit(IReadOnlyDictionary<string, string> Fields) : Failure(Fields.Values.FirstOrDefault() ?? "Something in the form cannot be taken.")
    {
        public static Unfit One(string field, string sentence) => new(new Dictionary<string, string> { [field] = sentence });
    }

    /// <summary>HubSpot read the request and said no. Sending it again unchanged gives the same answer.</summary>
    public sealed record Refused(string Reason, string? CorrelationId = null, int? StatusCode = null, IReadOnlyList<string>? Properties = null)
        : Failure($"HubSpot did not accept this: {Reason}")
    {
        /// <summary>Properties that must be set first, by HubSpot's names; null when that is not why.</summary>
        public IReadOnlyList<string>? Missing { get; init; }
    }

    /// <summary>HubSpot could not be asked or did not answer in a usable way; trying again later may work.</summary>
    public sealed record Unavailable(string Reason, TimeSpan? RetryAfter = null, string? CorrelationId = null) : Failure(Reason)
    {
        /// <summary>The request surely had no effect: it was never sent, or HubSpot turned it away unread.</summary>
        public bool HadNoEffect { get; init; }
    }

    /// <summary>The portal's grant is missing or no longer valid.</summary>
    public sealed record NotConnected() : Failure("This workspace is not connected to HubSpot. An admin can connect it under Settings.");

    /// <summary>The grant lacks a scope that the call needs.</summary>
    public sealed record MissingScope(string Scope) : Failure($"HubSpot did not grant the permission \"{Scope}\". An admin can reconnect and allow it.");

    /// <summary>Somebody else changed the same thing first.</summary>
    public sealed record Conflict(string Reason) : Failure(Reason)
    {
        /// <summary>What the fields hold now, by HubSpot's names, where the conflict is about fields.</summary>
        public IReadOnlyDictionary<string, string?>? Now { get; init; }
    }
}
