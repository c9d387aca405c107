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

/// <summary>What can be done about a field that is not simply saved. Absent in a form that saves all at once.</summary>
/// <param name="Mine">Save what was typed over whatever is there.</param>
/// <param name="Theirs">Let go of what was typed.</param>
/// <param name="Again">Put the value of a refused change back into the editor.</param>
public sealed record FieldGestures(
    EventCallback<string> Mine, EventCallback<string> Theirs, EventCallback<(Change Change, string Property)> Again, EventCallback<Change> Retry, EventCallback<Change> LetBe);

/// <summary>Values of fields as people read them.</summary>
public sealed record FieldWords(PortalWords Words, DateTimeOffset Now)
{
    public static string NameOf(string property) => FieldNames.Of(property);

    public string Value(string property, string? value, TimeZoneInfo zone) => FieldNames.Value(property, value, Words, zone);
}
