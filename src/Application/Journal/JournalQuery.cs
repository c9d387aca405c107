using System.Globalization;

namespace Dashboard.Application.Journal;

/// <summary>Which changes to show.</summary>
/// <param name="Mine">Only those of the person who asks.</param>
/// <param name="Standing">Only those that stand there; null shows all groups one after the other.</param>
/// <param name="Run">Only those of one run of many.</param>
/// <param name="After">Behind which place to go on; null begins at the first.</param>
public sealed record JournalQuery(bool Mine = false, Standing? Standing = null, Guid? Run = null, JournalPlace? After = null);

/// <summary>A place in the list: the group, and the change after which to go on there. New changes above it move nothing below it.</summary>
public sealed record JournalPlace(int Group, long Sequence)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Group}-{Sequence}");

    /// <returns>Null for anything that is no place.</returns>
    public static JournalPlace? Read(string? text) =>
        text?.Split('-') is [var group, var sequence]
        && int.TryParse(group, NumberStyles.None, CultureInfo.InvariantCulture, out var one) && one < StandingOf.Groups.Count
        && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var other)
            ? new JournalPlace(one, other)
            : null;
}
