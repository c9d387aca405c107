using Dashboard.Application.Kernel;

namespace Dashboard.Application.People.Settings;

/// <summary>A day without work that is not so every week.</summary>
/// <param name="Name">Why, such as "Christmas Day".</param>
/// <param name="IsOwn">One person's; else a holiday of the workspace.</param>
public sealed record FreeDay(DateOnly Date, string Name, bool IsOwn)
{
    public const int LongestName = 100;

    /// <summary>On one list. Far more than anybody plans, and few enough to be read at once.</summary>
    public const int Most = 500;

    /// <summary>Null when a list may take it.</summary>
    public static Failure? Refuse(DateOnly date, string name) =>
        date.Year is < 2000 or > 2199 ? Failure.Unfit.One("date", "Choose a day between the years 2000 and 2199.")
        : string.IsNullOrWhiteSpace(name) ? Failure.Unfit.One("name", "Give the day a name, so that everybody knows why it is free.")
        : name.Trim().Length > LongestName ? Failure.Unfit.One("name", $"A name has at most {LongestName} characters.")
        : null;

    public static Failure Full() => Failure.Unfit.One("date", $"A list has at most {Most} days. Remove old ones first.");

    public static Failure Taken(string name) => Failure.Unfit.One("date", $"This day is on the list already: {name}.");
}
