using Dashboard.Application.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.People.Settings;

/// <summary>Keeps a person's settings, all at once. Of two that are saved at the same moment the last one stays.</summary>
public sealed class SaveSettings(IDashboardDbs databases)
{
    private const WorkDays Week = WorkDays.MondayToFriday | WorkDays.Saturday | WorkDays.Sunday;

    /// <param name="person">Whose, as the session says.</param>
    /// <param name="wanted">In place of all that was kept.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns><see cref="Failure.Unfit"/> with a sentence for each of <c>zone</c>, <c>week</c>, <c>hours</c>, <c>days</c>, <c>drops</c>, <c>load</c>, <c>minutes</c>.</returns>
    public async Task<Result<Done>> RunAsync(Guid person, KeptSettings wanted, CancellationToken ct)
    {
        if (Problems(wanted) is { Count: > 0 } problems)
        {
            return new Failure.Unfit(problems);
        }

        try
        {
            await StoreAsync(person, wanted, ct);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // Saved for the first time in two windows at once: the row is there now.
            await StoreAsync(person, wanted, ct);
        }

        return Done.Value;
    }

    private async Task StoreAsync(Guid person, KeptSettings wanted, CancellationToken ct)
    {
        await using var db = databases.OpenDirectory();
        var row = await db.PersonSettings.SingleOrDefaultAsync(settings => settings.PersonId == person, ct);
        if (row is null)
        {
            db.PersonSettings.Add(row = new PersonSettings { PersonId = person });
        }

        row.Take(wanted);
        await db.SaveChangesAsync(ct);
    }

    private static Dictionary<string, string> Problems(KeptSettings wanted)
    {
        var found = new Dictionary<string, string>();
        var habits = wanted.Habits;
        Refuse("zone", wanted.TimeZone is { } zone && !TimeZones.IsKnown(zone), "This time zone is not known here. Choose one from the list.");
        Refuse("week", !Enum.IsDefined(habits.WeekStart), "Choose the day a week begins with.");
        Refuse("hours", habits.WorkFrom >= habits.WorkTo, "A working day ends after it begins.");
        Refuse("days", (habits.Days & ~Week) != 0, "Choose working days from Monday to Sunday.");
        Refuse("days", habits is { Days: WorkDays.None, HidesFreeDays: true }, "Without any working day, hiding free days would leave nothing to see.");
        Refuse("drops", !Enum.IsDefined(habits.OnFreeDay), "Choose what happens to a task dropped on a free day.");
        Refuse("load", !Enum.IsDefined(habits.LoadBy), "Choose what the load of a day is counted in.");
        Refuse("minutes", !habits.Minutes.IsSound, $"A task takes from 1 to {TaskMinutes.Most} minutes.");
        return found;

        void Refuse(string field, bool wrong, string sentence)
        {
            if (wrong)
            {
                found.TryAdd(field, sentence);
            }
        }
    }
}
