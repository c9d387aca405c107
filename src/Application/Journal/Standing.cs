namespace Dashboard.Application.Journal;

/// <summary>Where a change stands, as a person sees it. In the order in which they ask for somebody.</summary>
public enum Standing
{
    /// <summary>HubSpot said no.</summary>
    Refused = 0,

    /// <summary>HubSpot holds neither the value from before nor ours.</summary>
    Conflict = 1,

    /// <summary>HubSpot could not be made to answer for too long; nothing more is tried until somebody decides.</summary>
    Undecided = 2,

    /// <summary>HubSpot wants another field set first; nothing was sent.</summary>
    Wanting = 3,

    /// <summary>Sent, but what became of it is not known yet.</summary>
    Checking = 4,

    /// <summary>To be sent (again) at a later instant.</summary>
    Waiting = 5,

    /// <summary>Being sent now.</summary>
    Saving = 6,

    /// <summary>HubSpot has it.</summary>
    Done = 7,
}
