namespace Dashboard.Application.Calendar.Load;

/// <summary>What the open tasks of one day take.</summary>
/// <param name="Open">How many they are.</param>
/// <param name="Minutes">How long they take, by their types.</param>
/// <param name="People">How many have some of them; nobody's tasks take nobody's time.</param>
/// <param name="Most">Minutes of whoever has most.</param>
public sealed record DayLoad(DateOnly Day, int Open, int Minutes, int People, int Most);
