using Dashboard.Application.Kernel;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Tasks.Planning;

/// <summary>When the member works: their habits, the workspace's holidays and their own free days.</summary>
public sealed class ShowWorkingDays(IDashboardDbs dbs)
{
    /// <param name="actor">Who.</param>
    /// <param name="habits">Of the same person, as the page already knows them.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<WorkingDays> RunAsync(Actor actor, Habits habits, CancellationToken ct)
    {
        await using var db = dbs.Open(actor.Workspace);
        var holidays = await db.Holidays.AsNoTracking().Select(holiday => new FreeDay(holiday.Date, holiday.Name, false)).ToListAsync(ct);
        var own = await db.Directory.DaysOff.AsNoTracking()
            .Where(day => day.PersonId == actor.PersonId)
            .Select(day => new FreeDay(day.Date, day.Name, true))
            .ToListAsync(ct);
        return new WorkingDays(habits, [.. holidays, .. own]);
    }
}
