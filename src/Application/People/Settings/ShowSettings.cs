using Dashboard.Application.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.People.Settings;

/// <summary>What a person set; the usual where nothing was set. One look at one row: every page load asks.</summary>
public sealed class ShowSettings(IDashboardDbs databases)
{
    /// <param name="person">Whose, as the session says.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<KeptSettings> RunAsync(Guid person, CancellationToken ct)
    {
        await using var db = databases.OpenDirectory();
        var row = await db.PersonSettings.AsNoTracking().SingleOrDefaultAsync(settings => settings.PersonId == person, ct);
        return row is null ? KeptSettings.None : new KeptSettings(row.TimeZone, row.Habits());
    }
}
