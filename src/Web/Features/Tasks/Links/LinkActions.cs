using Dashboard.Application.Changes;
using Dashboard.Application.Changes.Accepting;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Links;
using Dashboard.Application.Links.Pins;
using Dashboard.Application.Tasks;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Features.Tasks.Links;

/// <summary>What the drawer does with a task's records: find, associate, take away, pin.</summary>
public sealed class LinkActions(
    CurrentMember member, FindRecords find, AssociateTask associate, DissociateTask dissociate, ShowLabels labels, LabelLink label, PinTask pin, UnpinTask unpin, UndoChange undo)
{
    public Task<Result<RecordFinds>> FindAsync(string slug, string text, bool askHubSpot, CancellationToken ct) =>
        member.RunAsync(slug, actor => find.RunAsync(actor, text, askHubSpot, ct), ct);

    public Task<Result<LinkSaved>> LinkAsync(string slug, long task, FoundRecord record) =>
        member.RunAsync(slug, actor => associate.RunAsync(actor, Guid.NewGuid(), task, record, null, CancellationToken.None));

    public Task<Result<LinkSaved>> UnlinkAsync(string slug, long task, LinkedRecord record) =>
        member.RunAsync(slug, actor => dissociate.RunAsync(actor, Guid.NewGuid(), task, record.ObjectType, record.Id, CancellationToken.None));

    /// <summary>Labels of a task's associations, by record. HubSpot that does not answer leaves them out: names are what matters.</summary>
    public async Task<IReadOnlyDictionary<(string ObjectType, long Id), IReadOnlyList<RemoteLabel>>> LabelsAsync(
        string slug, long task, IEnumerable<string> objectTypes, CancellationToken ct)
    {
        var all = new Dictionary<(string, long), IReadOnlyList<RemoteLabel>>();
        foreach (var type in objectTypes)
        {
            var read = await member.RunAsync(slug, actor => labels.OfTaskAsync(actor, task, type, ct), ct);
            foreach (var record in (read.Ok ? read.Value : []).GroupBy(l => l.RecordId, l => l.Label))
            {
                all[(type, record.Key)] = [.. record];
            }
        }

        return all;
    }

    /// <summary>The labels the portal has for associations of tasks with records of a type.</summary>
    public Task<Result<IReadOnlyList<RemoteLabel>>> OfferedAsync(string slug, string objectType, CancellationToken ct) =>
        member.RunAsync(slug, actor => labels.RunAsync(actor, objectType, ct), ct);

    public Task<Result<LinkSaved>> LabelAsync(string slug, long task, LinkedRecord record, LabelSwap swap) =>
        member.RunAsync(slug, actor => label.RunAsync(actor, Guid.NewGuid(), task, new LinkTarget(record.ObjectType, record.Id), swap, CancellationToken.None));

    public Task<Result<PinOutcome>> PreviewAsync(string slug, long task, string objectType, long record, CancellationToken ct) =>
        member.RunAsync(slug, actor => pin.PreviewAsync(actor, task, objectType, record, ct), ct);

    public Task<Result<PinOutcome>> PinAsync(string slug, long task, FoundRecord record) =>
        member.RunAsync(slug, actor => pin.RunAsync(actor, Guid.NewGuid(), task, record, CancellationToken.None));

    /// <returns>The change, for undo.</returns>
    public Task<Result<Guid>> UnpinAsync(string slug, string objectType, long record)
    {
        var operation = Guid.NewGuid();
        return member.RunAsync<Guid>(
            slug, async actor => await unpin.RunAsync(actor, operation, objectType, record, CancellationToken.None) is { Ok: false } kept ? kept.Failure : operation);
    }

    public Task<Result<Done>> UndoAsync(string slug, Guid change) => member.RunAsync(slug, actor => undo.RunAsync(actor, change, CancellationToken.None));
}
