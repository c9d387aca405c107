using Dashboard.Application.Calendar.Load;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Dashboard.Web.Features.Calendar.Spreading;

/// <summary>What spreading would do, task by task, before anything moves; each can be left where it is.</summary>
public sealed partial class SpreadDialog
{
    private readonly HashSet<long> left = [];
    private ElementReference dialog;

    [Parameter, EditorRequired]
    public CalendarSight Sight { get; set; } = null!;

    /// <summary>Null when there is none, for the reason in <see cref="Sentence"/>.</summary>
    [Parameter]
    public Spread? Proposal { get; set; }

    [Parameter]
    public string? Sentence { get; set; }

    /// <summary>How many tasks are selected, where only those are meant; else 0.</summary>
    [Parameter]
    public int Chosen { get; set; }

    [Parameter]
    public int Days { get; set; }

    [Parameter]
    public EventCallback<int> OnDays { get; set; }

    [Parameter]
    public EventCallback<IReadOnlyList<SpreadTask>> OnAccept { get; set; }

    [Parameter]
    public EventCallback OnClose { get; set; }

    private IReadOnlyList<SpreadTask> Accepted => [.. Proposal!.Tasks.Where(task => !left.Contains(task.Id))];

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await dialog.FocusAsync();
        }
    }

    private Task KeyAsync(KeyboardEventArgs key) => key.Key == "Escape" ? OnClose.InvokeAsync() : Task.CompletedTask;

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
