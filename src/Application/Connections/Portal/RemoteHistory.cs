namespace Dashboard.Application.Connections.Portal;

/// <summary>What properties of a task held and since when, newest first.</summary>
public sealed record RemoteHistory(long Id, IReadOnlyDictionary<string, IReadOnlyList<RemoteVersion>> Properties)
{
    /// <summary>Tasks of one call; with their history HubSpot answers for half as many as without.</summary>
    public const int MostTasks = 50;
}

/// <param name="Value">HubSpot's text; the empty string for nothing.</param>
/// <param name="At">By HubSpot's clock.</param>
/// <param name="Source">Such as <c>CRM_UI</c> for a person in HubSpot's own screens or <c>INTEGRATION</c> for an app.</param>
/// <param name="UserId">HubSpot's number of the person, which is not the number of an owner; null where nobody is named.</param>
public sealed record RemoteVersion(string Value, DateTimeOffset At, string Source, long? UserId);
