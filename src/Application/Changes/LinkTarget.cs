using System.Globalization;

namespace Dashboard.Application.Changes;

/// <summary>A record that a change is about, and the label of the association where it is not the plain one.</summary>
/// <param name="ObjectType">HubSpot's object type id, such as <c>0-1</c>.</param>
public sealed record LinkTarget(string ObjectType, long RecordId, LinkLabel? Label = null)
{
    public static string? Write(IReadOnlyCollection<LinkTarget> targets) => targets.Count == 0 ? null : string.Join(';', targets.Select(Text));

    public static IReadOnlyList<LinkTarget> Read(string? text) =>
        [.. (text ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).Select(one => Read(one.Split('/')))];

    private static string Text(LinkTarget target)
    {
        var plain = string.Create(CultureInfo.InvariantCulture, $"{target.ObjectType}/{target.RecordId}");
        return target.Label is { } label ? string.Create(CultureInfo.InvariantCulture, $"{plain}/{label.Category}/{label.TypeId}") : plain;
    }

    private static LinkTarget Read(string[] parts) => new(
        parts[0],
        long.Parse(parts[1], CultureInfo.InvariantCulture),
        parts.Length < 4 ? null : new LinkLabel(parts[2], int.Parse(parts[3], CultureInfo.InvariantCulture)));
}

/// <summary>An association type as HubSpot numbers it.</summary>
/// <param name="Category">Such as <c>USER_DEFINED</c>.</param>
public sealed record LinkLabel(string Category, int TypeId);
