using System.Globalization;
using Dashboard.Sandbox.World.Events;
using Dashboard.Sandbox.World.Records;
using Dashboard.Sandbox.World.Schema;

namespace Dashboard.Sandbox.World.Seed;

/// <summary>The team's tasks around the day of seeding.</summary>
public sealed class TaskSeed(Portal portal, Prng random, PortalSeeded seeded, RecordSeed records)
{
    private const long Hour = 3_600_000;
    private const long Day = 24 * Hour;

    private static readonly (string?, int)[] Types = [("CALL", 30), ("EMAIL", 24), ("TODO", 30), ("LINKED_IN", 6), ("MEETING", 9), ("POSTAL_MAIL", 1)];
    private static readonly (string?, int)[] Priorities = [("NONE", 24), ("LOW", 18), ("MEDIUM", 28), ("HIGH", 20), (null, 10)];
    private static readonly (int From, int To, int Weight)[] Spans = [(-60, -8, 30), (-7, -1, 14), (0, 0, 10), (1, 1, 8), (2, 7, 14), (8, 30, 14), (31, 90, 10)];

    private readonly Dictionary<string, string> shared = new(StringComparer.Ordinal);
    private readonly ObjectType type = portal.Type("0-27");
    private readonly long midnight = seeded.At - (seeded.At % Day);

    public void Fill()
    {
        var table = portal[type];
        var moments = new (long Created, long Due)[seeded.Tasks];
        for (var i = 0; i < moments.Length; i++)
        {
            var due = Due();
            moments[i] = (Math.Min(due, seeded.At) - (random.Between(1, 40) * Day) - random.Below((int)Day), due);
        }

        // Ids rise with the time of creation; they are sparse and come in bursts, as in an account that shares its numbers.
        Array.Sort(moments);
        for (var i = 0; i < moments.Length; i++)
        {
            var id = table.NextId + random.Between(1, 4_000) + (i % 1_000 == 999 ? 40_000_000 : 0);
            table.Add(Make(id, i, moments[i].Created, moments[i].Due));
        }
    }

    private Record Make(long id, int index, long created, long due)
    {
        var status = Status(due, index);
        var modified = Math.Min(seeded.At - 60_000, created + (long)(random.Below(1000) / 1000.0 * (seeded.At - created)));
        // As long as the properties that are ever set; reading beyond the end gives null.
        var values = new string?[type["hubspot_owner_assigneddate"].Slot + 1];
        var record = new Record(type, id, created, new RecordState(values, modified));
        Associate(record);
        var taskType = random.Weighted(Types);
        var owner = Owner();
        Set(values, "hs_timestamp", Computed.Iso(due));
        Set(values, "hs_task_subject", Fill(index % 150 == 149 ? SubjectWords.Unusual[index / 150 % SubjectWords.Unusual.Length] : random.Pick(SubjectWords.ByType[taskType!]), record));
        Set(values, "hs_task_body", Notes(record, index));
        Set(values, "hs_task_status", status);
        Set(values, "hs_pipeline_stage", DefaultPipelines.StageOf(status) ?? "5990000001");
        Set(values, "hs_pipeline", DefaultPipelines.Tasks);
        Set(values, "hs_task_priority", random.Weighted(Priorities));
        Set(values, "hs_task_type", taskType);
        Set(values, "hubspot_owner_id", owner);
        Set(values, "hubspot_owner_assigneddate", owner is null ? null : Computed.Iso(created));
        Set(values, "hs_task_reminders", due > seeded.At && random.Chance(12) ? Computed.Number(due - (30 * 60_000)) : null);
        Set(values, "hs_task_is_all_day", random.Chance(4) ? "true" : "false");
        Complete(values, status, modified);
        return record;
    }

    private void Complete(string?[] values, string status, long modified)
    {
        var user = Computed.Number(random.Pick(portal.Owners).UserId ?? 9_001_001);
        Set(values, "hs_task_completion_date", status == "COMPLETED" ? Computed.Iso(modified) : null);
        Set(values, "hs_task_completion_count", status == "COMPLETED" ? "1" : "0");
        Set(values, "hs_task_family", "SALES");
        Set(values, "hs_task_for_object_type", "OWNER");
        Set(values, "hs_object_source", "CRM_UI");
        Set(values, "hs_object_source_label", "CRM_UI");
        Set(values, "hs_created_by_user_id", user);
        Set(values, "hs_updated_by_user_id", user);
    }

    private void Set(string?[] values, string name, string? value) => values[type[name].Slot] = value is { Length: < 32 } ? Shared(value) : value;

    /// <summary>Ids, statuses and most due times recur: one copy of each is enough.</summary>
    private string Shared(string value)
    {
        if (shared.TryGetValue(value, out var same))
        {
            return same;
        }

        shared.Add(value, value);
        return value;
    }

    private long Due()
    {
        var span = random.Weighted<(int From, int To)>([.. Spans.Select(s => ((s.From, s.To), s.Weight))]);
        var day = midnight + (random.Between(span.From, span.To) * Day);
        var weekday = DateTimeOffset.FromUnixTimeMilliseconds(day).DayOfWeek;
        if (span.From is not (0 or 1) && weekday is DayOfWeek.Saturday or DayOfWeek.Sunday && random.Chance(90))
        {
            day -= 2 * Day;
        }

        return day + (random.Between(8, 17) * Hour) + (random.Pick([0, 0, 15, 30, 30, 45]) * 60_000L);
    }

    private string Status(long due, int index)
    {
        if (index % 240 == 120)
        {
            return "BLOCKED_LEGACY";
        }

        var past = due < seeded.At;
        return random.Weighted<string>(past
            ? [("COMPLETED", 66), ("NOT_STARTED", 18), ("IN_PROGRESS", 5), ("WAITING", 4), ("DEFERRED", 3), ("CANCELLED", 4)]
            : [("COMPLETED", 6), ("NOT_STARTED", 72), ("IN_PROGRESS", 9), ("WAITING", 7), ("DEFERRED", 4), ("CANCELLED", 2)]);
    }

    private string? Owner() => random.Below(100) switch
    {
        < 6 => null,
        < 9 => portal.Owners.Find(owner => owner.Archived)!.Id.ToString(CultureInfo.InvariantCulture),
        < 10 when portal.Owners.Find(owner => owner.Type == "QUEUE") is { } queue => queue.Id.ToString(CultureInfo.InvariantCulture),
        _ => random.Pick([.. portal.Users]).Id.ToString(CultureInfo.InvariantCulture),
    };

    private void Associate(Record task)
    {
        if (random.Chance(7))
        {
            return;
        }

        var contact = random.Pick(records.Contacts);
        RecordEffects.AddLink(portal, task, contact, 204);
        if (random.Chance(3))
        {
            RecordEffects.AddLink(portal, task, contact, 301);
        }

        RecordEffects.AddLink(portal, task, portal.Find(contact.Links[0].To, contact.Links[0].ToId)!, 192);
        if (random.Chance(45))
        {
            RecordEffects.AddLink(portal, task, random.Pick(records.Deals), 216);
        }

        if (random.Chance(12))
        {
            RecordEffects.AddLink(portal, task, random.Pick(records.Tickets), 230);
        }

        if (records.Sites.Count > 0 && random.Chance(6))
        {
            RecordEffects.AddLink(portal, task, random.Pick(records.Sites), 7101);
        }
    }

    private string? Notes(Record task, int index) => (index % 90, random.Below(100)) switch
    {
        (45, _) => Fill(SubjectWords.RiskyNotes[index / 90 % SubjectWords.RiskyNotes.Length], task),
        (_, < 55) => Fill(random.Pick(SubjectWords.Notes), task),
        _ => null,
    };

    private string Fill(string sentence, Record task)
    {
        var contact = Linked(task, "0-1");
        var first = Value(contact, "firstname") ?? "the buyer";
        return sentence
            .Replace("{c}", first, StringComparison.Ordinal)
            .Replace("{n}", contact is null ? "the new lead" : $"{first} {Value(contact, "lastname")}".Trim(), StringComparison.Ordinal)
            .Replace("{o}", Value(Linked(task, "0-2"), "name") ?? "the prospect", StringComparison.Ordinal)
            .Replace("{d}", Value(Linked(task, "0-3"), "dealname") ?? $"the {random.Pick(Words.Products)}", StringComparison.Ordinal)
            .Replace("{p}", random.Pick(Words.Products), StringComparison.Ordinal);
    }

    private Record? Linked(Record task, string typeId)
    {
        foreach (var link in task.Links)
        {
            if (link.To.Id == typeId)
            {
                return portal.Find(link.To, link.ToId);
            }
        }

        return null;
    }

    private static string? Value(Record? record, string property) => record?.Current.Value(record.Type[property].Slot);
}
