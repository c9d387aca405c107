namespace Dashboard.Application.People.Settings;

/// <summary>A day one person does not work, in every workspace.</summary>
public sealed class DayOff
{
    public required Guid PersonId { get; init; }

    public required DateOnly Date { get; init; }

    public required string Name { get; init; }
}
