using Dashboard.Application.Records;
using Dashboard.Application.Tasks;

namespace Dashboard.Application.Links;

/// <param name="Pinned">The pinned task, when it is one the index has; <see cref="CrmRecord.PinnedTaskId"/> may name another activity.</param>
/// <param name="Tasks">Associated with the record itself, open ones first; without the pinned one.</param>
/// <param name="Related">Associated with records it is associated with.</param>
/// <param name="Address">The record in HubSpot.</param>
public sealed record RecordDetails(CrmRecord Record, CrmTask? Pinned, IReadOnlyList<CrmTask> Tasks, IReadOnlyList<RelatedTask> Related, string? Address);

public sealed record RelatedTask(CrmTask Task, RelatedRecord Record);

public sealed record RelatedRecord(string ObjectType, long Id, string Name);
