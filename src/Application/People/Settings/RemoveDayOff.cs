using Dashboard.Application.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.People.Settings;

/// <summary>Takes a day from a person's own list of free days; one that is gone already is fine.</summary>
public sealed class RemoveDayOff(IDashboardDbs databases)
{
    /// <param name="person">Whose, as the session says.</param>
    /// <param name="date">The day.</param>
    /// <param name="ct">Gives up.</param>
    public async Task RunAsync(Guid person, DateOnly date, CancellationToken ct)
    {
        await using var db = databases.OpenDirectory();
        await db.DaysOff.Where(day => day.PersonId == person && day.Date == date).ExecuteDeleteAsync(ct);
    }
}
