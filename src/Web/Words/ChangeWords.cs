using Dashboard.Application.Board;
using Dashboard.Application.Changes;
using Dashboard.Application.Changes.Accepting;
using Dashboard.Application.Journal;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Tasks;

namespace Dashboard.Web.Words;

/// <summary>A change as people read it.</summary>
internal static class ChangeWords
{
    /// <param name="names">Name of a record; null where it is not known.</param>
    public static IEnumerable<ChangePart> Of(HistoryEntry entry, PortalWords words, ClockFace clock, Func<LinkTarget, string?> names)
    {
        var targets = string.Join(", ", entry.Targets.Select(target => names(target) ?? $"#{target.RecordId}"));
        return entry.Change.Kind switch
        {
            ChangeKind.Create => [new("Created")],
            ChangeKind.Delete => [new("Deleted")],
            ChangeKind.Link => [new($"Associated with {targets}")],
            ChangeKind.Unlink => [new($"No longer associated with {targets}")],
            ChangeKind.Label => [.. entry.Fields.Values.Select(f => new ChangePart($"Label of {targets}", LabelSwap.Names(f.Before) ?? "none", LabelSwap.Names(f.After) ?? "none"))],
            ChangeKind.Pin => [new($"{(IsPinned(entry) ? "Pinned on" : "Unpinned from")} {targets}")],
            _ => entry.Fields.Select(f => new ChangePart(
                FieldNames.Of(f.Key), FieldNames.Value(f.Key, f.Value.Before, words, clock), FieldNames.Value(f.Key, f.Value.After, words, clock))),
        };
    }

    public static string State(Change change) => change.State switch
    {
        ChangeState.Waiting => change.Reason ?? "on its way to HubSpot",
        ChangeState.Checking => "no answer from HubSpot yet",
        ChangeState.Done => "in HubSpot",
        ChangeState.Conflict => "held back: somebody changed it in HubSpot",
        ChangeState.Undecided => change.Reason ?? "no answer from HubSpot, to be decided",
        ChangeState.Wanting => "waits until HubSpot gets another field with it",
        ChangeState.Refused => change.Reason ?? "not accepted by HubSpot",
        _ => "let go",
    };

    private static bool IsPinned(HistoryEntry entry) => entry.Fields.TryGetValue(TaskProperty.Pinned, out var pin) && !string.IsNullOrEmpty(pin.After);
}
