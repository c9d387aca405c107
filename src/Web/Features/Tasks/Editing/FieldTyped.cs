namespace Dashboard.Web.Features.Tasks.Editing;

/// <summary>Somebody typed into a field, or picked for it.</summary>
/// <param name="Seen">What stood there when they began, as HubSpot writes it; null for what is saved now.</param>
public sealed record FieldTyped(string Property, string Value, string? Seen = null);
