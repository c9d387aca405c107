using Dashboard.Application.Calendar.Load;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.Calendar.Spreading;

/// <summary>What spreading would do, task by task, before anything moves; each can be left where it is.</summary>
public sealed partial class SpreadDialog
{
    private readonly HashSet<long> left = [];

    [Parameter, EditorRequired]
    public CalendarSight Sight { get; set; } = null!;

    /// <summary>Null when there is none, for the reason in <see cref="Sentence"/>.</summary>
    [Parameter]
    public Spread? Proposal { get; set; }

    [Parameter]
    public string? Sentence { get; set; }

    [Parameter]
    public int Days { get; set; }

    [Parameter]
    public EventCallback<int> OnDays { get; set; }

    [Parameter]
    public EventCallback<IReadOnlyList<SpreadTask>> OnAccept { get; set; }

    [Parameter]
    public EventCallback OnClose { get; set; }

    private IReadOnlyList<SpreadTask> Accepted => [.. Proposal!.Tasks.Where(task => !left.Contains(task.Id))];

    private void Leave(long task, bool leave)
    {
        if (leave)
        {
            left.Add(task);
        }
        else
        {
            left.Remove(task);
        }
    }
}
