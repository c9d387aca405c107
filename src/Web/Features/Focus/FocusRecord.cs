using Dashboard.Application.Tasks;

namespace Dashboard.Web.Features.Focus;

/// <param name="OpenTasks">Open ones associated with it besides this one.</param>
public sealed record FocusRecord(LinkedRecord Record, int OpenTasks);
