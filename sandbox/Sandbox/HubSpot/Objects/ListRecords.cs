using System.Globalization;
using Dashboard.Sandbox.HubSpot.Wire;
using Dashboard.Sandbox.World.Records;
using Dashboard.Sandbox.World.Schema;

namespace Dashboard.Sandbox.HubSpot.Objects;

/// <summary>
/// Records by ascending id. <c>after</c> is the id of the last record read, so any number works as a start: ids above it.
/// </summary>
public static class ListRecords
{
    public static Answer Run(Call call, ObjectType type)
    {
        var history = call.QueryList("propertiesWithHistory");
        var most = history.Count > 0 ? 50 : 100;
        if (call.QueryNumber("limit", 10) is not { } limit || limit < 1 || limit > most)
        {
            return Refusals.Validation($"The limit must be between 1 and {most}.", contextName: "limit", contextValues: [call.Query("limit") ?? ""]);
        }

        long after = 0;
        if (call.Query("after") is { } text && !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out after))
        {
            return Refusals.Validation($"Invalid paging cursor: {text}");
        }

        if (Selection.UnknownKind(call) is { } unknown)
        {
            return unknown;
        }

        var (page, more) = Page(call.Portal[type], after, limit, call.QueryFlag("archived"));
        var selection = Selection.Of(call.Portal, type, call.QueryList("properties"), history, call.QueryList("associations"));
        return Answer.Json(200, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("results");
            foreach (var record in page)
            {
                RecordJson.Write(json, call.Portal, record, record.Current, selection, call.Now);
            }

            json.WriteEndArray();
            if (more)
            {
                Paging.Write(json, Computed.Number(page[^1].Id), call);
            }

            json.WriteEndObject();
        });
    }

    private static (List<Record> Page, bool More) Page(RecordTable table, long after, int limit, bool archived)
    {
        var page = new List<Record>(limit);
        for (var i = table.FirstAtOrAfter(after + 1); i < table.Count; i++)
        {
            if (table[i].Archived != archived)
            {
                continue;
            }

            if (page.Count == limit)
            {
                return (page, true);
            }

            page.Add(table[i]);
        }

        return (page, false);
    }
}
