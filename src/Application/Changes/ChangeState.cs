namespace Dashboard.Application.Changes;

/// <summary>Where a change stands.</summary>
public enum ChangeState
{
    /// <summary>Stored, to be sent (again) from <see cref="Change.NotBefore"/> on.</summary>
    Waiting = 0,

    /// <summary>HubSpot has it.</summary>
    Done = 1,

    /// <summary>HubSpot said no; the index was set back.</summary>
    Refused = 2,

    /// <summary>The person let go of it after a refusal.</summary>
    Dropped = 3,

    /// <summary>Sent, but no answer came: HubSpot is looked through before it may be sent again.</summary>
    Checking = 4,

    /// <summary>Not sent: HubSpot holds neither the value from before nor ours. The index shows HubSpot's; somebody chooses.</summary>
    Conflict = 5,

    /// <summary>Tried too often without an answer: nothing more is sent until somebody decides.</summary>
    Undecided = 6,

    /// <summary>Not sent: HubSpot is known to refuse it without a property that is empty. The index shows ours; somebody fills it in, or lets it be.</summary>
    Wanting = 7,
}
