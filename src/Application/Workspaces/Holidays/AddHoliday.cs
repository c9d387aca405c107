using System.Globalization;
using Dashboard.Application.Kernel;
using Dashboard.Application.People.Settings;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Workspaces.Holidays;

/// <summary>Puts a day on the workspace's list of holidays.</summary>
public sealed class AddHoliday(IDashboardDbs dbs, TimeProvider time)
{
    /// <returns><see cref="Failure.Unfit"/> with a sentence for <c>date</c> or <c>name</c>.</returns>
    public async Task<Result<Done>> RunAsync(Actor actor, DateOnly date, string name, CancellationToken ct)
    {
        if ((actor.Lacks(Role.Admin, "change the holidays") ?? FreeDay.Refuse(date, name)) is { } refused)
        {
            return refused;
        }

        await using var db = dbs.Open(actor.Workspace);
        if (await TakenAsync(db, date, ct) is { } taken)
        {
            return taken;
        }

        if (await db.Holidays.CountAsync(ct) >= FreeDay.Most)
        {
            return FreeDay.Full();
        }

        db.Holidays.Add(new Holiday { WorkspaceId = actor.Workspace, Date = date, Name = name.Trim() });
        db.Audit.Add(AuditEntry.By(actor, time, "holiday.added", Words(date, name.Trim())));
        try
        {
            await db.SaveChangesAsync(ct);
            return Done.Value;
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // Another admin added it between the look and the save; anything else is a bug.
            if (await TakenAsync(db, date, ct) is { } meanwhile)
            {
                return meanwhile;
            }

            throw;
        }
    }

    internal static string Words(DateOnly date, string name) => $"{date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} {name}";

    private static async Task<Failure?> TakenAsync(IDashboardDb db, DateOnly date, CancellationToken ct) =>
        await db.Holidays.Where(holiday => holiday.Date == date).Select(holiday => holiday.Name).SingleOrDefaultAsync(ct) is { } name ? FreeDay.Taken(name) : null;
}
