using Dashboard.Application.Connections.Portal;

namespace Dashboard.Application.Changes.Accepting;

/// <summary>The labels of an association as somebody saw them and as they want them. What others add meanwhile stays.</summary>
public sealed record LabelSwap(IReadOnlyList<RemoteLabel> Before, IReadOnlyList<RemoteLabel> After)
{
    /// <summary>Under this name a change keeps them beside its fields; HubSpot has no such property.</summary>
    public const string Field = "association_labels";

    public IReadOnlyList<RemoteLabel> Added => Without(After, Before);

    public IReadOnlyList<RemoteLabel> Removed => Without(Before, After);

    public LabelSwap Back => new(After, Before);

    public FieldChange Kept => new(Write(Before), Write(After));

    public static LabelSwap? Of(Change change) => FieldChange.Read(change.Fields).GetValueOrDefault(Field) is { } kept ? new LabelSwap(Read(kept.Before), Read(kept.After)) : null;

    /// <summary>The names, as people read them; null for none.</summary>
    public static string? Names(string? kept) => Read(kept) is { Count: > 0 } labels ? string.Join(", ", labels.Select(l => l.Name)) : null;

    /// <summary>What stands there once the change is done, with what others set kept.</summary>
    public IReadOnlyList<RemoteLabel> Over(IEnumerable<RemoteLabel> present) => [.. Without(Without([.. present], Removed), Added), .. Added];

    private static List<RemoteLabel> Without(IEnumerable<RemoteLabel> labels, IReadOnlyList<RemoteLabel> others) =>
        [.. labels.Where(l => !others.Any(o => (o.Category, o.TypeId) == (l.Category, l.TypeId)))];

    private static string? Write(IReadOnlyList<RemoteLabel> labels) => labels.Count == 0 ? null
        : string.Join(';', labels.Select(l => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{l.Category}/{l.TypeId}/{Uri.EscapeDataString(l.Name ?? "")}")));

    private static List<RemoteLabel> Read(string? kept) => [.. (kept ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split('/'))
        .Select(parts => new RemoteLabel(parts[0], int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture), Uri.UnescapeDataString(parts[2])))];
}
