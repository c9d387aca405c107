namespace Dashboard.Web.Features.Tasks.Editing;

/// <summary>A field that was typed into.</summary>
/// <param name="Typed">As the form holds it.</param>
/// <param name="Seen">What the person saw before, as HubSpot writes it.</param>
public sealed record FieldEntry(string Typed, string Seen)
{
    public bool IsSaving { get; init; }

    /// <summary>Why it cannot be taken.</summary>
    public string? Problem { get; init; }

    /// <summary>What somebody else put there meanwhile; empty for "nothing".</summary>
    public string? Theirs { get; init; }
}
