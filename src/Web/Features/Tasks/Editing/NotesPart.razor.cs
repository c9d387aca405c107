using Dashboard.Application.Tasks;
using Dashboard.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.Tasks.Editing;

/// <summary>The notes: shown as text, edited in place. What nobody touched keeps the markup HubSpot has there.</summary>
public sealed partial class NotesPart
{
    private RichEditor? editor;
    private string? seen;
    private bool editing;
    private string? problem;

    [Parameter, EditorRequired]
    public FieldForm Form { get; set; } = null!;

    [Parameter, EditorRequired]
    public FieldWords Words { get; set; } = null!;

    [Parameter]
    public bool MayEdit { get; set; }

    [Parameter]
    public string? DraftKey { get; set; }

    /// <summary>What was typed, and what stood there before; tells whether it is saved.</summary>
    [Parameter, EditorRequired]
    public Func<FieldTyped, Task<bool>> Save { get; set; } = null!;

    [Parameter]
    public EventCallback Discard { get; set; }

    private string Saved => Form.Saved(TaskProperty.Body);

    private FieldEntry? Entry => Form.Entry(TaskProperty.Body);

    protected override void OnParametersSet() => editing |= MayEdit && Entry is not null;

    private void Begin() => (editing, seen) = (true, Saved);

    private async Task SaveAsync()
    {
        problem = null;
        if (editor is null || await editor.ReadAsync() is not { } text)
        {
            problem = "These notes are far longer than the 65,536 characters HubSpot takes. Shorten them and save again; nothing is lost here.";
            return;
        }

        editing = !await Save(new FieldTyped(TaskProperty.Body, text, Entry?.Seen ?? seen));
    }

    private async Task LeaveAsync()
    {
        (editing, problem) = (false, null);
        await Discard.InvokeAsync();
    }
}
