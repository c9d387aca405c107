using Dashboard.Application.Changes;
using Dashboard.Application.Tasks.Line;

namespace Dashboard.Application.Links;

/// <summary>What was understood of a line.</summary>
/// <param name="Values">For <see cref="Tasks.Editing.NewTask"/>.</param>
/// <param name="Parts">To show, in the order of the line; unclear ones say why.</param>
public sealed record UnderstoodLine(IReadOnlyDictionary<string, string?> Values, IReadOnlyList<FoundRecord> Records, IReadOnlyList<LinePart> Parts)
{
    public bool IsClear => Parts.All(p => p.Kind != LinePartKind.Unclear);

    public IReadOnlyList<LinkTarget> Targets => [.. Records.Select(r => new LinkTarget(r.ObjectType, r.Id))];
}
