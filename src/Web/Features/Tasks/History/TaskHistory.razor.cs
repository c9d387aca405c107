using Dashboard.Application.Changes;
using Dashboard.Application.Tasks;
using Dashboard.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.Tasks.History;

/// <summary>What was changed here on a task, newest first, with who did it and where it stands.</summary>
public sealed partial class TaskHistory(TaskActions actions)
{
    private const int PageSize = 50;

    private List<HistoryEntry> entries = [];
    private TaskSight? shown;
    private bool more;

    [Parameter, EditorRequired]
    public TaskSight Sight { get; set; } = null!;

    [Parameter, EditorRequired]
    public DateTimeOffset Now { get; set; }

    [CascadingParameter]
    public WorkspaceView Workspace { get; set; } = null!;

    [CascadingParameter]
    public ViewerSettings Viewer { get; set; } = ViewerSettings.Unknown;

    protected override async Task OnParametersSetAsync()
    {
        if (!ReferenceEquals(shown, Sight))
        {
            shown = Sight;
            await ReadAsync(before: null);
        }
    }

    private string? NameOf(LinkTarget target) => Sight.Details.Links.FirstOrDefault(l => l.ObjectType == target.ObjectType && l.Id == target.RecordId)?.Name;

    private Task MoreAsync() => ReadAsync(entries[^1].Change.Sequence);

    private async Task ReadAsync(long? before)
    {
        var read = await actions.HistoryAsync(Workspace.Slug, Sight.Details.Task.Id, before, CancellationToken.None);
        if (read.Ok)
        {
            entries = before is null ? [.. read.Value] : [.. entries, .. read.Value];
            more = read.Value.Count == PageSize;
        }
    }
}
