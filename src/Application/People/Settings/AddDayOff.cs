using Dashboard.Application.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.People.Settings;

/// <summary>Puts a day on a person's own list of free days.</summary>
public sealed class AddDayOff(IDashboardDbs databases)
{
    /// <param name="person">Whose, as the session says.</param>
    /// <param name="date">In the person's calendar.</param>
    /// <param name="name">Why it is free.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns><see cref="Failure.Unfit"/> with a sentence for <c>date</c> or <c>name</c>.</returns>
    public async Task<Result<Done>> RunAsync(Guid person, DateOnly date, string name, CancellationToken ct)
    {
        if (FreeDay.Refuse(date, name) is { } refused)
        {
            return refused;
        }

        await using var db = databases.OpenDirectory();
        if (await TakenAsync(db, person, date, ct) is { } taken)
        {
            return taken;
        }

        if (await db.DaysOff.CountAsync(day => day.PersonId == person, ct) >= FreeDay.Most)
        {
            return FreeDay.Full();
        }

        db.DaysOff.Add(new DayOff { PersonId = person, Date = date, Name = name.Trim() });
        try
        {
            await db.SaveChangesAsync(ct);
            return Done.Value;
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // Added in another window between the look and the save; anything else is a bug.
            if (await TakenAsync(db, person, date, ct) is { } meanwhile)
            {
                return meanwhile;
            }

            throw;
        }
    }

    private static async Task<Failure?> TakenAsync(IDirectoryDb db, Guid person, DateOnly date, CancellationToken ct) =>
        await db.DaysOff.Where(day => day.PersonId == person && day.Date == date).Select(day => day.Name).SingleOrDefaultAsync(ct) is { } name ? FreeDay.Taken(name) : null;
}
