using Dashboard.Application.Kernel;
using Dashboard.Application.Records;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Links;

/// <summary>Keeps the names of records that somebody picked, so that they show before the next sync reads them.</summary>
internal static class KnownRecords
{
    public static async Task<CrmRecord> KeepAsync(IDashboardDb db, FoundRecord record, TimeProvider clock, CancellationToken ct)
    {
        var row = await db.Records.FirstOrDefaultAsync(r => r.ObjectType == record.ObjectType && r.Id == record.Id, ct);
        if (row is null)
        {
            db.Records.Add(row = new CrmRecord
            {
                WorkspaceId = db.Workspace, ObjectType = record.ObjectType, Id = record.Id, Name = record.Name, Detail = record.Detail, ReadAt = clock.GetUtcNow(),
            });
        }

        return row;
    }
}
