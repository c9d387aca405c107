using Dashboard.Application.Connections;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Records;
using Dashboard.Application.Sync;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Links;

/// <summary>Finds records by name, e-mail address or domain: first those the index knows, then whatever HubSpot's search has.</summary>
public sealed class FindRecords(IDashboardDbs dbs, TokenSource tokens, IHubSpotRecords records, RecordKinds kinds)
{
    /// <summary>Of one type.</summary>
    private const int MostOfKind = 10;

    private const int ShortestText = 2;
    private const int LongestText = 200;

    /// <param name="askHubSpot">False answers from the index alone, at once; what nobody has a task for is not in it.</param>
    /// <param name="objectType">Only records of this type; null for all.</param>
    public async Task<Result<RecordFinds>> RunAsync(Actor actor, string text, bool askHubSpot, CancellationToken ct, string? objectType = null)
    {
        var words = text.Trim();
        if (words.Length is < ShortestText or > LongestText)
        {
            return new RecordFinds([], IsComplete: true, null);
        }

        var known = await InIndexAsync(actor, words, objectType, ct);
        if (!askHubSpot)
        {
            return new RecordFinds(known, IsComplete: false, null);
        }

        var granted = await tokens.CallAsync(actor.Workspace, CallPriority.Person, access => kinds.OfAsync(access, ct), ct);
        if (!granted.Ok)
        {
            return new RecordFinds(known, IsComplete: false, granted.Failure.Sentence);
        }

        var wanted = granted.Value.Where(k => objectType is null || k.ObjectType == objectType).ToList();
        var found = await Task.WhenAll(wanted.Select(kind =>
            tokens.CallAsync(actor.Workspace, CallPriority.Person, access => records.SearchAsync(access, kind, words, MostOfKind, ct), ct)));
        var trouble = found.Select(f => f.Failure).OfType<Failure>().FirstOrDefault();
        var remote = found.Where(f => f.Ok).SelectMany(f => f.Value).Select(r => new FoundRecord(r.ObjectType, r.Id, r.Name, r.Detail));
        return new RecordFinds([.. remote.Concat(known).DistinctBy(r => (r.ObjectType, r.Id))], trouble is null, trouble?.Sentence);
    }

    private async Task<List<FoundRecord>> InIndexAsync(Actor actor, string text, string? objectType, CancellationToken ct)
    {
        await using var db = dbs.Open(actor.Workspace);
        var rows = db.Records.AsNoTracking().Where(r => objectType == null || r.ObjectType == objectType);
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(6))
        {
            var part = "%" + word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal)
                .Replace("_", "\\_", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal) + "%";
            rows = rows.Where(r => EF.Functions.Like(r.Name, part, "\\") || EF.Functions.Like(r.Detail!, part, "\\"));
        }

        return await rows.OrderBy(r => r.Name).ThenBy(r => r.Id).Take(MostOfKind * 3).Select(r => new FoundRecord(r.ObjectType, r.Id, r.Name, r.Detail)).ToListAsync(ct);
    }
}
