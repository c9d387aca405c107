namespace Dashboard.Application.Tasks;

/// <summary>What a card tells about the change made here.</summary>
public enum TaskChangeState
{
    /// <summary>Index and HubSpot agree as far as known.</summary>
    Saved = 0,

    /// <summary>Stored here, on its way to HubSpot.</summary>
    Pending = 1,

    /// <summary>HubSpot said no; the card is back where it was.</summary>
    Refused = 2,

    /// <summary>Somebody else changed the same field.</summary>
    Conflict = 3,

    /// <summary>HubSpot wants another field set first; nothing was sent yet.</summary>
    Wanting = 4,
}
