using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Editing;
using Dashboard.Application.Tasks.Planning;
using Dashboard.Web.Shell;
using Dashboard.Web.Words;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.Tasks.Editing;

/// <summary>The short fields of a task, each with its editor. What a gesture means (save at once, or with all others) is the owner's business.</summary>
public sealed partial class FieldEditors
{
    [Parameter, EditorRequired]
    public FieldForm Form { get; set; } = null!;

    [Parameter, EditorRequired]
    public PortalChoices Choices { get; set; } = null!;

    [Parameter, EditorRequired]
    public FieldWords Words { get; set; } = null!;

    /// <summary>Tells the ids of two forms in one page apart.</summary>
    [Parameter]
    public string Prefix { get; set; } = "task";

    [Parameter]
    public bool IsClosed { get; set; }

    /// <summary>Begins the keys of kept drafts; null keeps none.</summary>
    [Parameter]
    public string? DraftKey { get; set; }

    /// <summary>Where the task's contact is; null where that is not known.</summary>
    [Parameter]
    public Customer? Customer { get; set; }

    [Parameter]
    public EventCallback<FieldTyped> Changed { get; set; }

    [CascadingParameter]
    public ViewerSettings Viewer { get; set; } = ViewerSettings.Unknown;

    private string Owner => Form.Value(TaskProperty.Owner);

    private string OwnerName => FieldNames.Value(TaskProperty.Owner, Owner, Words.Words, Viewer.Clock());

    private DateTimeOffset? DueNow => LocalTime.Read(Form.Value(TaskProperty.Due), Viewer.Zone(), Viewer.Habits.WorkTo);

    private bool IsOverdue => DueWords.IsOverdue(DueNow, IsClosed, Words.Now);

    private string? Summary => DueNow is { } due && Form.Problem(TaskProperty.Due) is null ? DueWords.Of(due, IsClosed, Words.Now, Viewer.Clock()) : null;

    private string? Theirs => Form.Problem(TaskProperty.Due) is null ? FieldWords.OfCall(Form.Value(TaskProperty.Type), DueNow, Customer, Viewer.Clock()) : null;

    private string IdOf(string field) => $"{Prefix}-{field}";

    private Task Tell(string property, string value) => Changed.InvokeAsync(new FieldTyped(property, value));
}
