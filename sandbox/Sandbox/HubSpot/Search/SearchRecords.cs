using Dashboard.Sandbox.HubSpot.Objects;
using Dashboard.Sandbox.HubSpot.Wire;
using Dashboard.Sandbox.World.Records;
using Dashboard.Sandbox.World.Schema;

namespace Dashboard.Sandbox.HubSpot.Search;

/// <summary>
/// Search over what the index has seen, which lags behind the records.
/// See https://developers.hubspot.com/docs/api-reference/latest/crm/search-the-crm
/// </summary>
public static class SearchRecords
{
    public static Answer Run(Call call, ObjectType type)
    {
        var (query, refused) = SearchQuery.Read(call, type);
        if (query is null)
        {
            return refused!;
        }

        Record[] seen;
        lock (call.World.Gate)
        {
            seen = call.Portal[type].SeenBySearch(call.Now);
        }

        var hits = Hits(call, type, query, seen);
        var page = hits.GetRange(Math.Min(query.After, hits.Count), Math.Min(query.Limit, Math.Max(0, hits.Count - query.After)));
        var selection = Selection.Of(call.Portal, type, query.Properties);
        return Answer.Json(200, json =>
        {
            json.WriteStartObject();
            json.WriteNumber("total", hits.Count);
            json.WriteStartArray("results");
            foreach (var hit in page)
            {
                RecordJson.Write(json, call.Portal, hit.Record, hit.State, selection, call.Now);
            }

            json.WriteEndArray();
            if (query.After + page.Count < hits.Count)
            {
                Paging.Write(json, Computed.Number(query.After + page.Count));
            }

            json.WriteEndObject();
        });
    }

    private static List<SearchHit> Hits(Call call, ObjectType type, SearchQuery query, Record[] seen)
    {
        var words = type.QueryProperties.Select(name => type[name]).ToList();
        var hits = new List<SearchHit>();
        foreach (var record in seen)
        {
            if (record.Indexed is not { Archived: null } state)
            {
                continue;
            }

            var input = new ComputeInput(call.Portal, record, state, call.Now);
            if ((query.Groups.Count == 0 || Any(query.Groups, input)) && (query.Text is not { Length: > 0 } text || words.Exists(word => word.Read(input) is { } value && Tokens.Finds(value, text))))
            {
                hits.Add(SearchHit.Of(query.SortBy, input));
            }
        }

        // The records are in id order already, and the sort keeps that among equals.
        if (query.SortBy is { } by && (by.Name != "hs_object_id" || query.Descending))
        {
            hits.Sort((left, right) => SearchHit.Order(by, query.Descending, left, right));
        }

        return hits;
    }

    private static bool Any(IReadOnlyList<IReadOnlyList<SearchFilter>> groups, ComputeInput input)
    {
        foreach (var group in groups)
        {
            var all = true;
            for (var i = 0; all && i < group.Count; i++)
            {
                all = group[i].Passes(input);
            }

            if (all)
            {
                return true;
            }
        }

        return false;
    }
}
