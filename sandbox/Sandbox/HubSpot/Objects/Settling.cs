using Dashboard.Sandbox.HubSpot.Wire;
using Dashboard.Sandbox.World.Events;
using Dashboard.Sandbox.World.Records;

namespace Dashboard.Sandbox.HubSpot.Objects;

/// <summary>
/// A moment after a create HubSpot touches the record once more while its computed properties settle. A client that takes every
/// later modified date for somebody else's change fails here.
/// </summary>
public static class Settling
{
    public static void After(Call call, IEnumerable<Record> made)
    {
        if (call.Switches.SettleMilliseconds > 0)
        {
            _ = SettleAsync(call, [.. made]);
        }
    }

    private static async Task SettleAsync(Call call, List<Record> made)
    {
        await Task.Delay(call.Switches.SettleMilliseconds);
        lock (call.World.Gate)
        {
            foreach (var record in made.Where(record => !record.Archived && ReferenceEquals(call.World.Portal(call.Portal.HubId), call.Portal)))
            {
                call.World.Commit(new RecordUpdated(record.Type.Id, record.Id, new Dictionary<string, string?>())
                {
                    Portal = call.Portal.HubId, At = call.World.Clock.NowMilliseconds, Source = "CALCULATED",
                });
            }
        }
    }
}
