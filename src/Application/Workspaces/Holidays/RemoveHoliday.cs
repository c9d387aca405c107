using Dashboard.Application.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Workspaces.Holidays;

/// <summary>Takes a day from the workspace's list of holidays.</summary>
public sealed class RemoveHoliday(IDashboardDbs dbs, TimeProvider time)
{
    public async Task<Result<Done>> RunAsync(Actor actor, DateOnly date, CancellationToken ct)
    {
        if (actor.Lacks(Role.Admin, "change the holidays") is { } lacking)
        {
            return lacking;
        }

        await using var db = dbs.Open(actor.Workspace);
        if (await db.Holidays.SingleOrDefaultAsync(holiday => holiday.Date == date, ct) is not { } holiday)
        {
            return new Failure.NotFound("This holiday");
        }

        db.Holidays.Remove(holiday);
        db.Audit.Add(AuditEntry.By(actor, time, "holiday.removed", AddHoliday.Words(date, holiday.Name)));
        try
        {
            await db.SaveChangesAsync(ct);
            return Done.Value;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Failure.NotFound("This holiday");
        }
    }
}
