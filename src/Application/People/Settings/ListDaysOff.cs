using Dashboard.Application.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.People.Settings;

/// <summary>A person's own free days, the earliest first.</summary>
public sealed class ListDaysOff(IDashboardDbs databases)
{
    /// <param name="person">Whose, as the session says.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyList<FreeDay>> RunAsync(Guid person, CancellationToken ct)
    {
        await using var db = databases.OpenDirectory();
        return await db.DaysOff.AsNoTracking()
            .Where(day => day.PersonId == person)
            .OrderBy(day => day.Date)
            .Select(day => new FreeDay(day.Date, day.Name, true))
            .ToListAsync(ct);
    }
}
