using Dashboard.Application.Changes;
using Dashboard.Application.Changes.Accepting;
using Dashboard.Application.Tasks;
using Dashboard.Web.Features.Tasks.Editing;

namespace Dashboard.Web.Features.Tasks.History;

/// <summary>A change as people read it.</summary>
internal static class HistoryWords
{
    public static IEnumerable<HistoryLine> Of(HistoryEntry entry, TaskSight sight, TimeZoneInfo zone) => entry.Change.Kind switch
    {
        ChangeKind.Create => [new("Created")],
        ChangeKind.Delete => [new("Deleted")],
        ChangeKind.Link => [new($"Associated with {Names(entry, sight)}")],
        ChangeKind.Unlink => [new($"No longer associated with {Names(entry, sight)}")],
        ChangeKind.Label => [.. entry.Fields.Values.Select(f => new HistoryLine($"Label of {Names(entry, sight)}", LabelSwap.Names(f.Before) ?? "none", LabelSwap.Names(f.After) ?? "none"))],
        ChangeKind.Pin => [new($"{(IsPinned(entry) ? "Pinned on" : "Unpinned from")} {Names(entry, sight)}")],
        _ => entry.Fields.Select(f => new HistoryLine(
            FieldNames.Of(f.Key), FieldNames.Value(f.Key, f.Value.Before, sight.Words, zone), FieldNames.Value(f.Key, f.Value.After, sight.Words, zone))),
    };

    public static string State(Change change) => change.State switch
    {
        ChangeState.Waiting => change.Reason ?? "on its way to HubSpot",
        ChangeState.Checking => "no answer from HubSpot yet",
        ChangeState.Done => "in HubSpot",
        ChangeState.Refused => change.Reason ?? "not accepted by HubSpot",
        _ => "let go",
    };

    private static bool IsPinned(HistoryEntry entry) => entry.Fields.TryGetValue(TaskProperty.Pinned, out var pin) && !string.IsNullOrEmpty(pin.After);

    private static string Names(HistoryEntry entry, TaskSight sight) => string.Join(", ", entry.Targets.Select(target =>
        sight.Details.Links.FirstOrDefault(l => l.ObjectType == target.ObjectType && l.Id == target.RecordId)?.Name ?? $"#{target.RecordId}"));
}
