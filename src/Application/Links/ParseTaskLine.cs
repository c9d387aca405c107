using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Editing;
using Dashboard.Application.Tasks.Line;
using Dashboard.Application.Workspaces;

namespace Dashboard.Application.Links;

/// <summary>Says what a line such as "call Brian tue 3pm !high @ana #Acme" would make, before anything is made of it.</summary>
public sealed class ParseTaskLine(IDashboardDbs dbs, FindRecords find, TimeProvider clock)
{
    /// <param name="askHubSpot">Whether a record the index does not know is searched in HubSpot: for the last look before saving.</param>
    public async Task<Result<UnderstoodLine>> RunAsync(Actor actor, string line, OwnTime own, bool askHubSpot, CancellationToken ct)
    {
        PortalChoices choices;
        await using (var db = dbs.Open(actor.Workspace))
        {
            choices = await PortalChoices.LoadAsync(db, ct);
        }

        var read = TaskLine.Read(line, clock.GetUtcNow(), own, choices, actor.OwnerId);
        var records = new List<FoundRecord>();
        var parts = new List<LinePart>(read.Parts);
        foreach (var wanted in read.Records)
        {
            var found = await find.RunAsync(actor, wanted, askHubSpot, ct);
            var best = found.Ok ? Best(found.Value.Records, wanted) : null;
            parts.Add(best is null
                ? new LinePart(LinePartKind.Unclear, "#" + wanted, $"No record called \"{wanted}\" was found.")
                : new LinePart(LinePartKind.Record, "#" + wanted, best.Name));
            if (best is not null)
            {
                records.Add(best);
            }
        }

        return new UnderstoodLine(read.Values, records, parts);
    }

    /// <summary>The same name first, then one that begins so; of several equals the first.</summary>
    private static FoundRecord? Best(IReadOnlyList<FoundRecord> found, string wanted) =>
        found.FirstOrDefault(r => string.Equals(r.Name, wanted, StringComparison.OrdinalIgnoreCase) || string.Equals(r.Detail, wanted, StringComparison.OrdinalIgnoreCase))
        ?? found.FirstOrDefault(r => r.Name.StartsWith(wanted, StringComparison.OrdinalIgnoreCase))
        ?? (found.Count > 0 ? found[0] : null);
}
