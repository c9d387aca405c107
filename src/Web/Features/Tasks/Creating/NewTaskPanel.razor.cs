using Dashboard.Application.Kernel;
using Dashboard.Application.Links;
using Dashboard.Application.Tasks;
using Dashboard.Web.Features.Tasks.Editing;
using Dashboard.Web.Shell;
using Dashboard.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.Tasks.Creating;

/// <summary>
/// The form of a new task beside any page: one line in plain words, with what was understood of it before anything is saved, and all fields below.
/// Stays open after a task was made, for the next one. What is typed is kept by the browser until then.
/// </summary>
public sealed partial class NewTaskPanel(
    CreateActions actions, TaskActions tasks, Drafts drafts, IWorkspaceFeed feed, TimeProvider clock, NavigationManager navigation) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(160);

    private readonly Lifetime closed = new();
    private readonly List<MadeTask> made = [];
    private List<FoundRecord> records = [];
    private IDisposable? subscription;
    private NewTaskSight? sight;
    private FieldForm? form;
    private UnderstoodLine? understood;
    private RichEditor? notes;
    private ElementReference input;
    private DateTimeOffset now;
    private string line = "";
    private string? keptNotes;
    private string? failure;
    private string? sentence;
    private bool literal;
    private bool open;
    private bool busy;
    private int turn;

    /// <summary>As in <see cref="FormStart"/>.</summary>
    [Parameter, EditorRequired]
    public string Start { get; set; } = "";

    [CascadingParameter]
    public WorkspaceView Workspace { get; set; } = null!;

    [CascadingParameter]
    public ViewerSettings Viewer { get; set; } = ViewerSettings.Unknown;

    public void Dispose()
    {
        subscription?.Dispose();
        closed.Cancel();
        closed.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        now = clock.GetUtcNow();
        var begun = await actions.OpenAsync(Workspace.Slug, Start, Viewer.Own(), closed.Token);
        if (!begun.Ok)
        {
            failure = begun.Failure.Sentence;
            return;
        }

        sight = begun.Value;
        Begin();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && sight is not null)
        {
            subscription = feed.Subscribe(Workspace.Actor.Workspace, Heard);
            await TakeDraftAsync();
            await input.FocusAsync();
        }
    }

    /// <summary>The fields as the address wants them.</summary>
    private void Begin()
    {
        form = new FieldForm(property => Understood(property) ?? sight!.Values.GetValueOrDefault(property) ?? Usual(property));
        records = [.. sight!.Records];
        line = sight.Values.GetValueOrDefault(TaskProperty.Subject) ?? "";
        (literal, understood, keptNotes) = (line.Length > 0, null, null);
    }

    private string? Understood(string property) =>
        !literal && property != TaskProperty.Subject && understood?.Values.TryGetValue(property, out var value) == true ? value : null;

    /// <summary>What a task gets when nothing is said.</summary>
    private string? Usual(string property) => property switch
    {
        TaskProperty.Status => sight!.Choices.FirstOpenStatus,
        TaskProperty.Owner when sight!.Choices.Owners.Any(o => o.Id == Workspace.Actor.OwnerId && !o.IsArchived) => TaskProperty.Text(Workspace.Actor.OwnerId),
        TaskProperty.Due => TaskProperty.Text(Application.Tasks.Editing.CreateTask.NextEndOfWork(now, Viewer.Own())),
        _ => null,
    };

    private async Task TypedAsync()
    {
        form!.Clear(TaskProperty.Subject);
        var mine = ++turn;
        await Task.Delay(Pause, clock);
        if (mine == turn && !closed.IsCancellationRequested)
        {
            await UnderstandAsync(askHubSpot: false);
        }
    }

    private async Task UnderstandAsync(bool askHubSpot)
    {
        if (literal || string.IsNullOrWhiteSpace(line))
        {
            understood = null;
            return;
        }

        var of = line;
        var read = await actions.ParseAsync(Workspace.Slug, of, Viewer.Own(), askHubSpot, closed.Token);
        understood = read.Ok && of == line ? read.Value : understood;
    }

    private Task SetLiteralAsync(bool wanted)
    {
        literal = wanted;
        return UnderstandAsync(askHubSpot: false);
    }

    private async Task AddAsync(ComboOption option)
    {
        records.Add(found[option.Key]);
        await KeepAsync();
    }

    private Task LeaveOutAsync(FoundRecord record)
    {
        records.Remove(record);
        return KeepAsync();
    }

    private Task ChangedAsync(FieldTyped typed)
    {
        form!.Type(typed.Property, typed.Value);
        return KeepAsync();
    }

    /// <param name="Refusal">Why HubSpot did not take it.</param>
    private sealed record MadeTask(long Id, string Subject, string? Refusal = null);
}
