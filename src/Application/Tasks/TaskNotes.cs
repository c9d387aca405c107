using Dashboard.Application.Kernel;

namespace Dashboard.Application.Tasks;

/// <summary>The long part of a task, apart from <see cref="CrmTask"/> so that reading cards never drags it along.</summary>
public sealed class TaskNotes : IWorkspaceRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    public required long TaskId { get; init; }

    /// <summary><c>hs_task_body</c>: HTML from outside, as HubSpot gave it. Show only what the allow-list rebuilds.</summary>
    public string? Html { get; set; }

    /// <summary><c>hs_task_reminders</c> as HubSpot gave it (Unix milliseconds, joined with semicolons).</summary>
    public string? Reminders { get; set; }

    /// <summary><c>hs_queue_membership_ids</c> as HubSpot gave it.</summary>
    public string? QueueIds { get; set; }
}
