using Dashboard.Application.Connections;
using Dashboard.Application.Kernel;
using Dashboard.Application.Links;
using Dashboard.Application.Workspaces;
using Dashboard.Web.Shell;
using Dashboard.Web.Shell.Addresses;

namespace Dashboard.Web.Features.Records;

/// <summary>What the search for records can ask for, each time as the member the session says it is now.</summary>
public sealed class SearchActions(CurrentMember member, FindRecords find, TallyRecords tally, ShowKinds kinds, ShowConnection connection)
{
    /// <summary>More than anybody goes back to.</summary>
    private const int MostRecent = 12;

    /// <param name="askHubSpot">False answers from the index, at once.</param>
    public Task<Result<FoundRows>> FindAsync(string slug, string text, bool askHubSpot, CancellationToken ct) => member.RunAsync<FoundRows>(
        slug,
        async actor =>
        {
            var found = await find.RunAsync(actor, text, askHubSpot, ct);
            return found.Ok ? new FoundRows(await tally.RunAsync(actor, found.Value.Records, ct), found.Value.Trouble) : found.Failure;
        },
        ct);

    /// <summary>Records this browser opened lately. Its list is hostile input: what is no record's key is skipped.</summary>
    public Task<Result<FoundRows>> RecentAsync(string slug, IReadOnlyList<string> keys, CancellationToken ct) => member.RunAsync<FoundRows>(
        slug,
        async actor =>
        {
            var records = keys.Take(MostRecent).Select(Key).OfType<(string, long)>().Distinct().ToList();
            return new FoundRows(await tally.OfAsync(actor, records, ct), null);
        },
        ct);

    /// <summary>Names of the portal's types of record.</summary>
    public Task<Result<IReadOnlyDictionary<string, string>>> KindsAsync(string slug, CancellationToken ct) => member.RunAsync(slug, actor => kinds.RunAsync(actor, ct), ct);

    /// <summary>Null when the workspace is not connected.</summary>
    public async Task<ConnectionView?> ConnectionAsync(string slug, CancellationToken ct) =>
        await member.FindAsync(slug, ct) is { } actor ? await connection.RunAsync(actor, ct) : null;

    private static (string ObjectType, long Id)? Key(string key) => key.Split(':') is [var type, var id] ? RecordAddress.Read(type, id) : null;
}

/// <param name="Trouble">Why HubSpot was not searched, or not all of it.</param>
public sealed record FoundRows(IReadOnlyList<RecordTally> Rows, string? Trouble);
