using Dashboard.Application.Journal;
using Dashboard.Application.Kernel;
using Dashboard.Application.People.Settings;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.Changes;

/// <summary>One change: where it stands, of which task, what, by whom and when, and what can be done about it.</summary>
public sealed partial class ChangeLine
{
    [Parameter, EditorRequired]
    public JournalEntry Entry { get; set; } = null!;

    [Parameter, EditorRequired]
    public JournalSheet Sheet { get; set; } = null!;

    [Parameter, EditorRequired]
    public ClockFace Clock { get; set; }

    /// <summary>Of the page with the task beside it.</summary>
    [Parameter, EditorRequired]
    public string Address { get; set; } = "";

    /// <summary>Of all changes of its run; null when it was made alone or they are shown already.</summary>
    [Parameter]
    public string? RunAddress { get; set; }

    [Parameter]
    public bool MayAct { get; set; }

    /// <summary>Whether the task is shown beside the page.</summary>
    [Parameter]
    public bool IsOpen { get; set; }

    /// <summary>What stands there now, where taking it back met something else.</summary>
    [Parameter]
    public Failure.Conflict? Overtaken { get; set; }

    /// <summary>Why it stayed as it is when its run was taken back.</summary>
    [Parameter]
    public string? LeftWhy { get; set; }

    [Parameter]
    public EventCallback OnFill { get; set; }

    [Parameter]
    public EventCallback OnTheirs { get; set; }

    [Parameter]
    public EventCallback OnRetry { get; set; }

    [Parameter]
    public EventCallback OnLetBe { get; set; }

    [Parameter]
    public EventCallback OnUndo { get; set; }

    [Parameter]
    public EventCallback OnUndoAnyway { get; set; }

    [Parameter]
    public EventCallback OnLeave { get; set; }

    private string Again => Entry.Standing switch { Standing.Waiting => "Send now", Standing.Conflict => "Use mine", Standing.Wanting => "Send without", _ => "Try again" };

    private string Leave => Entry.Standing switch { Standing.Conflict => "Keep theirs", Standing.Wanting => "Put it back", _ => "Let it be" };

    /// <summary>Whether what it wrote over can be put back.</summary>
    private bool HasTheirs => Entry is { HasTask: true, IsUndone: false, Standing: Standing.Done } && Overtaken is null && Entry.History.Fields.Values.Any(f => f.Overwrote is not null);

    /// <summary>The task's subject, or what it is called without one.</summary>
    internal static string Title(JournalEntry entry) => string.IsNullOrWhiteSpace(entry.Subject) ? (entry.HasTask ? "(no subject)" : $"Task {entry.Change.TaskId}") : entry.Subject;
}
