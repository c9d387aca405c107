using System.Text.Json.Serialization;

namespace Dashboard.Sandbox.World.Events;

/// <summary>
/// One effect. The world is nothing but its events applied in order, and the journal file is nothing but its events
/// written in order, so a sandbox that was killed comes back with every effect it acknowledged.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(PortalSeeded), "seeded")]
[JsonDerivedType(typeof(ClockMoved), "clock")]
[JsonDerivedType(typeof(RecordCreated), "create")]
[JsonDerivedType(typeof(RecordUpdated), "update")]
[JsonDerivedType(typeof(RecordArchived), "archive")]
[JsonDerivedType(typeof(RecordRestored), "restore")]
[JsonDerivedType(typeof(Associated), "associate")]
[JsonDerivedType(typeof(Dissociated), "dissociate")]
[JsonDerivedType(typeof(LabelDefined), "label")]
[JsonDerivedType(typeof(PropertyDefined), "property")]
[JsonDerivedType(typeof(PropertyArchived), "property-archived")]
[JsonDerivedType(typeof(SeriesSet), "series")]
[JsonDerivedType(typeof(CodeIssued), "code")]
[JsonDerivedType(typeof(CodeSpent), "code-spent")]
[JsonDerivedType(typeof(GrantMade), "grant")]
[JsonDerivedType(typeof(TokenRefreshed), "refresh")]
[JsonDerivedType(typeof(GrantRevoked), "revoke")]
[JsonDerivedType(typeof(AppUninstalled), "uninstall")]
public abstract record WorldEvent
{
    /// <summary>Set when the event is committed; rises by one.</summary>
    public long Sequence { get; set; }

    /// <summary>Milliseconds since 1970 by the sandbox's clock.</summary>
    public long At { get; init; }

    public int Portal { get; init; }

    /// <summary>The call that caused it.</summary>
    public string? Method { get; init; }

    public string? Path { get; init; }
}

/// <summary>All records of a portal are replaced by the generated ones.</summary>
public sealed record PortalSeeded(int Tasks, int Seed, int Generator) : WorldEvent;

public sealed record ClockMoved(long OffsetMilliseconds) : WorldEvent;
