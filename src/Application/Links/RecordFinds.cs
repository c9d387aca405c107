namespace Dashboard.Application.Links;

/// <param name="IsComplete">False when only the index was asked, or HubSpot did not answer for every type.</param>
/// <param name="Trouble">Why HubSpot could not be searched; what is shown comes from the index then.</param>
public sealed record RecordFinds(IReadOnlyList<FoundRecord> Records, bool IsComplete, string? Trouble);

/// <param name="Detail">E-mail address, domain or stage.</param>
public sealed record FoundRecord(string ObjectType, long Id, string Name, string? Detail);
