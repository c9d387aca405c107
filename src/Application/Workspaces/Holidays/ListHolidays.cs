using Dashboard.Application.Kernel;
using Dashboard.Application.People.Settings;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Workspaces.Holidays;

/// <summary>The holidays of a workspace, the earliest first. Every member reads them.</summary>
public sealed class ListHolidays(IDashboardDbs dbs)
{
    public async Task<IReadOnlyList<FreeDay>> RunAsync(Actor actor, CancellationToken ct)
    {
        await using var db = dbs.Open(actor.Workspace);
        return await db.Holidays.AsNoTracking()
            .OrderBy(holiday => holiday.Date)
            .Select(holiday => new FreeDay(holiday.Date, holiday.Name, false))
            .ToListAsync(ct);
    }
}
