using Dashboard.Application.Board;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Editing;

namespace Dashboard.Web.Features.Tasks;

/// <summary>A task with the words its portal has for it, and what could stand there instead.</summary>
public sealed record TaskSight(TaskDetails Details, PortalWords Words, PortalChoices Choices);
