using Dashboard.Application.Tasks.Editing;
using Dashboard.Web.Shell;
using Dashboard.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.Tasks.Editing;

/// <summary>The queues a task stands in: picked from those that are known, or typed by number. HubSpot has no list of queues to ask for.</summary>
public sealed partial class QueuesEditor(EditActions edits) : IDisposable
{
    private readonly Lifetime closed = new();
    private IReadOnlyList<KnownQueue>? known;
    private string? sentence = "Looking…";
    private bool open;

    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    /// <summary>Numbers, joined with semicolons.</summary>
    [Parameter, EditorRequired]
    public string Value { get; set; } = "";

    /// <summary>Key of the kept draft; null keeps none.</summary>
    [Parameter]
    public string? Draft { get; set; }

    /// <summary>Names of queues, where the portal tells any.</summary>
    [Parameter]
    public Func<string, string?> NameOf { get; set; } = _ => null;

    [Parameter]
    public EventCallback<string> Changed { get; set; }

    [CascadingParameter]
    public WorkspaceView Workspace { get; set; } = null!;

    private IReadOnlyList<string> Chosen => ShowQueues.Read(Value);

    private string? Names => Chosen.Any(id => NameOf(id) is not null) ? string.Join(", ", Chosen.Select(id => NameOf(id) ?? id)) : null;

    public void Dispose()
    {
        closed.Cancel();
        closed.Dispose();
    }

    private static string Tasks(KnownQueue queue) => queue.Tasks == 1 ? "1 task" : $"{queue.Tasks:N0} tasks, {queue.Open:N0} open";

    private async Task ToggleAsync()
    {
        open = !open;
        if (open)
        {
            var read = await edits.QueuesAsync(Workspace.Slug, closed.Token);
            known = read.Ok ? read.Value : null;
            sentence = read.Ok ? null : read.Failure.Sentence;
        }
    }

    private Task SwapAsync(string queue) =>
        Changed.InvokeAsync(string.Join(';', Chosen.Contains(queue) ? Chosen.Where(id => id != queue) : Chosen.Append(queue)));
}
