using Dashboard.Application.Board;
using Dashboard.Application.Changes;
using Dashboard.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.Tasks.Editing;

/// <summary>A field's name, its editor, and whatever there is to say about it: beside it, not elsewhere.</summary>
public sealed partial class FieldRow
{
    [Parameter, EditorRequired]
    public string Property { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>Of the control inside.</summary>
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    [Parameter, EditorRequired]
    public FieldForm Form { get; set; } = null!;

    [Parameter, EditorRequired]
    public FieldWords Words { get; set; } = null!;

    /// <summary>Label above the editor.</summary>
    [Parameter]
    public bool Wide { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [CascadingParameter]
    public ViewerSettings Viewer { get; set; } = ViewerSettings.Unknown;

    [CascadingParameter]
    public FieldGestures? Gestures { get; set; }

    private FieldEntry? Entry => Form.Entry(Property);

    private EventCallback<string> Mine => Gestures?.Mine ?? default;

    private EventCallback<string> Theirs => Gestures?.Theirs ?? default;

    private EventCallback<(Change Change, string Property)> Again => Gestures?.Again ?? default;

    private EventCallback<Change> Retry => Gestures?.Retry ?? default;

    private EventCallback<Change> LetBe => Gestures?.LetBe ?? default;
}
