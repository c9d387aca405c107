namespace Dashboard.Application.Tasks.Editing;

/// <summary>What a form wants of a task.</summary>
/// <param name="Operation">One per save, so that a message sent twice changes once.</param>
/// <param name="Values">
/// Property name (<see cref="TaskProperty"/>) to what the form holds; a property left out stays, an empty text clears. Dates are <c>yyyy-MM-dd</c>,
/// <c>yyyy-MM-ddTHH:mm</c> in the person's zone, or an instant as HubSpot writes it; reminders are several of them, or Unix milliseconds, joined with semicolons.
/// </param>
public sealed record TaskEdit(Guid Operation, long TaskId, IReadOnlyDictionary<string, string?> Values)
{
    /// <summary>What the person saw of these properties, as HubSpot writes them (<see cref="TaskProperty.Read"/>); empty saves over whatever is there.</summary>
    public IReadOnlyDictionary<string, string?> Seen { get; init; } = new Dictionary<string, string?>();
}

/// <param name="TaskId">Provisional for a new task; <see cref="FollowTask"/> tells what became of it.</param>
/// <param name="Change">The change on its way to HubSpot, for undo; null when nothing had to change.</param>
public sealed record TaskSaved(long TaskId, Guid? Change);
