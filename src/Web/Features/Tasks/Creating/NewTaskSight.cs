using Dashboard.Application.Board;
using Dashboard.Application.Links;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Editing;

namespace Dashboard.Web.Features.Tasks.Creating;

/// <summary>What the form begins with, and what can be picked.</summary>
public sealed record NewTaskSight(PortalWords Words, PortalChoices Choices, IReadOnlyDictionary<string, string?> Values, IReadOnlyList<FoundRecord> Records);
