using Dashboard.Sandbox.World.Events;
using Dashboard.Sandbox.World.Records;
using Dashboard.Sandbox.World.Schema;

namespace Dashboard.Sandbox.World.Seed;

/// <summary>
/// Makes a few of the coming days' open tasks repeat. Draws no numbers and adds no tasks, so that the rest of the world is what it was; every
/// series ends within two months, so that later weeks are as empty as they were.
/// </summary>
public static class SeriesSeed
{
    private const long Day = 86_400_000;

    /// <summary>The last one says more than most programs understand, as some people's calendars do.</summary>
    private static readonly string[] Rules =
    [
        "FREQ=WEEKLY;BYDAY=MO,WE,FR", "FREQ=WEEKLY;INTERVAL=2", "FREQ=DAILY;INTERVAL=3", "FREQ=MONTHLY;BYDAY=-1FR", "FREQ=MONTHLY;BYMONTHDAY=15,-1",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    ];

    public static void Fill(Portal portal, PortalSeeded seeded)
    {
        var type = portal.Type("0-27");
        var (table, made) = (portal[type], 0);
        for (var i = 0; i < table.Count && made < Rules.Length; i++)
        {
            var task = table[i];
            var due = Computed.Milliseconds(task.Current.Value(type["hs_timestamp"].Slot)) ?? 0;
            if (due <= seeded.At || due > seeded.At + (7 * Day) || task.Current.Value(type["hs_task_status"].Slot) != "NOT_STARTED" || portal.ActiveOwner(task.Current.Value(type["hubspot_owner_id"].Slot)) is null)
            {
                continue;
            }

            var until = DateTimeOffset.FromUnixTimeMilliseconds(seeded.At + (60 * Day)).ToString("yyyyMMdd'T'HHmmss'Z'", System.Globalization.CultureInfo.InvariantCulture);
            portal.Series[task.Id] = new TaskSeries($"RRULE:{Rules[made++]};UNTIL={until}", "ACTIVE", Computed.Iso(due), task.Created);
            var values = task.Current.Copy(type.SlotCount);
            values[type["hs_task_repeat_interval"].Slot] = TaskSeries.Sign;
            values[type["hs_repeat_status"].Slot] = "ACTIVE";
            task.Current = new RecordState(values, task.Current.Modified);
        }
    }
}
