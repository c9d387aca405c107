using Dashboard.Sandbox.HubSpot.Wire;
using Dashboard.Sandbox.World.Records;
using Dashboard.Sandbox.World.Schema;

namespace Dashboard.Sandbox.HubSpot.Objects;

/// <summary>Up to 100 records by id; the missing ones are named together in one error of a 207.</summary>
public static class BatchRead
{
    public static Answer Run(Call call, ObjectType type)
    {
        var history = Batch.Texts(call.Body, "propertiesWithHistory");
        var (inputs, refused) = Batch.Named(call, history.Count > 0 ? 50 : 100, once: false);
        var by = Batch.Text(call.Body, "idProperty");
        if (inputs is null || Records.BadIdProperty(type, by) is not null)
        {
            return refused ?? Records.BadIdProperty(type, by)!;
        }

        var found = new List<Record>();
        var missing = new List<string>();
        foreach (var id in inputs.Select(input => Batch.Text(input, "id")!).Distinct())
        {
            if (Records.Find(call.Portal, type, id, by) is { } record && record.Archived == call.QueryFlag("archived"))
            {
                found.Add(record);
            }
            else
            {
                missing.Add(id);
            }
        }

        var selection = Selection.Of(call.Portal, type, Batch.Texts(call.Body, "properties"), history);
        return Batch.Result(call, 200, json =>
        {
            foreach (var record in found)
            {
                RecordJson.Write(json, call.Portal, record, record.Current, selection, call.Now);
            }
        }, missing.Count == 0 ? [] : [Missing(type, missing)]);
    }

    public static BatchError Missing(ObjectType type, IReadOnlyList<string> ids) =>
        new("OBJECT_NOT_FOUND", $"Could not get some {type.Singular.ToUpperInvariant()}s, they may be deleted or not exist. Check that ids are valid.", "ids", ids);
}
