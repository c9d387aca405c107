using Dashboard.Application.Board;
using Dashboard.Application.Tasks;

namespace Dashboard.Web.Features.Focus;

/// <summary>A task with what surrounds it.</summary>
public sealed record FocusSight(TaskDetails Details, PortalWords Words, IReadOnlyList<FocusRecord> Records);
