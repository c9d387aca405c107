using Dashboard.Application.Kernel;

namespace Dashboard.Application.Changes.Sending;

/// <summary>When to leave HubSpot alone for this turn: it said so, or it could not take several changes in a row.</summary>
internal sealed class Patience
{
    private const int Most = 3;

    private int inARow;

    /// <summary>HubSpot said no with a reason: sending it again unchanged is useless.</summary>
    public static bool IsRefusal(Failure failure) => failure is Failure.Refused or Failure.MissingScope or Failure.NotFound;

    public void Answered() => inARow = 0;

    /// <summary>Whether the rest shall wait for the next turn.</summary>
    public bool EndsWith(Failure failure) => failure is Failure.NotConnected or Failure.Unavailable { RetryAfter: not null } || ++inARow == Most;
}
