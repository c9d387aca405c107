using Dashboard.Application.Board;
using Dashboard.Application.Board.Table;
using Dashboard.Application.People.Settings;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.Records;

/// <summary>Finds a task by its subject, to associate it with the record of the page.</summary>
public sealed partial class AssociatePart(RecordActions actions, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    private ElementReference field;
    private TaskTable? found;
    private string? sentence;
    private string text = "";
    private int turn;

    [Parameter, EditorRequired]
    public string Slug { get; set; } = "";

    [Parameter, EditorRequired]
    public ClockFace Clock { get; set; }

    /// <summary>Tasks that are associated already.</summary>
    [Parameter]
    public IReadOnlySet<long> Known { get; set; } = new HashSet<long>();

    [Parameter]
    public EventCallback<Card> OnChosen { get; set; }

    [Parameter]
    public EventCallback OnClose { get; set; }

    private string Status => sentence ?? (found is null ? ""
        : found.Total == 0 ? "No task has these words in its subject."
        : found.Total > found.Rows.Count ? $"{found.Rows.Count} of {found.Total} shown; more words narrow it." : "");

    protected override Task OnAfterRenderAsync(bool firstRender) => firstRender ? field.FocusAsync().AsTask() : Task.CompletedTask;

    private async Task TypedAsync(ChangeEventArgs typed)
    {
        text = typed.Value?.ToString() ?? "";
        var mine = ++turn;
        await Task.Delay(Pause, clock);
        if (mine != turn)
        {
            return;
        }

        if (text.Trim().Length == 0)
        {
            (found, sentence) = (null, null);
            return;
        }

        var read = await actions.FindTasksAsync(Slug, text, Clock.Zone, CancellationToken.None);
        if (mine == turn)
        {
            (found, sentence) = (read.Ok ? read.Value : null, read.Failure?.Sentence);
        }
    }
}
