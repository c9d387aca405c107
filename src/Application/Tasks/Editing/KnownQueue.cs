namespace Dashboard.Application.Tasks.Editing;

/// <param name="Id">HubSpot's number.</param>
/// <param name="Name">Null where HubSpot does not tell it.</param>
/// <param name="Tasks">How many tasks stand in it.</param>
public sealed record KnownQueue(string Id, string? Name, int Tasks, int Open);
