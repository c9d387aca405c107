using Dashboard.Sandbox.World.Records;
using Dashboard.Sandbox.World.Schema;

namespace Dashboard.Sandbox.HubSpot.Objects;

/// <summary>What HubSpot sets by itself when a task is written. Status and stage are two names of one thing and move together.</summary>
public static class TaskRules
{
    public static void Derive(ObjectType type, Record? before, Dictionary<string, string?> written, long now)
    {
        if (before is null)
        {
            Default(written, "hs_task_type", "TODO");
            Default(written, "hs_task_is_all_day", "false");
            Default(written, "hs_task_priority", "NONE");
            written["hs_task_completion_count"] = "0";
            written["hs_task_family"] = "SALES";
            written["hs_task_for_object_type"] = "OWNER";
            written["hs_pipeline"] = DefaultPipelines.Tasks;
        }

        DeriveStatus(type, before, written, now);
        if (written.TryGetValue("hubspot_owner_id", out var owner) && owner != Old(type, before, "hubspot_owner_id"))
        {
            written["hubspot_owner_assigneddate"] = owner is null ? null : Computed.Iso(now);
        }
    }

    private static void DeriveStatus(ObjectType type, Record? before, Dictionary<string, string?> written, long now)
    {
        var hasStatus = written.TryGetValue("hs_task_status", out var status) && status is not null;
        if (!hasStatus && written.TryGetValue("hs_pipeline_stage", out var stage) && DefaultPipelines.StatusOf(stage) is { } byStage)
        {
            (status, hasStatus) = (byStage, true);
        }

        if (!hasStatus && before is null)
        {
            (status, hasStatus) = ("NOT_STARTED", true);
        }

        if (!hasStatus)
        {
            return;
        }

        written["hs_task_status"] = status;
        written["hs_pipeline_stage"] = DefaultPipelines.StageOf(status);
        var was = Old(type, before, "hs_task_status");
        if (status == was)
        {
            return;
        }

        written["hs_task_completion_date"] = status == "COMPLETED" ? Computed.Iso(now) : null;
        if (status == "COMPLETED")
        {
            var count = int.Parse(Old(type, before, "hs_task_completion_count") ?? "0", System.Globalization.CultureInfo.InvariantCulture);
            written["hs_task_completion_count"] = Computed.Number(count + 1);
        }
    }

    private static void Default(Dictionary<string, string?> written, string name, string value)
    {
        if (!written.TryGetValue(name, out var given) || given is null)
        {
            written[name] = value;
        }
    }

    private static string? Old(ObjectType type, Record? before, string name) => before?.Current.Value(type[name].Slot);
}
