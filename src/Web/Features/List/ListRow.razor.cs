using Dashboard.Application.Board;
using Dashboard.Application.Board.Table;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Tasks;
using Dashboard.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.List;

/// <summary>One row. Drawn again only when what it shows changed; the page's script selects, walks and opens.</summary>
public sealed partial class ListRow
{
    private object? drawn;

    [Parameter, EditorRequired]
    public TableRow Row { get; set; } = null!;

    [Parameter, EditorRequired]
    public TaskTable Table { get; set; } = null!;

    [Parameter, EditorRequired]
    public IReadOnlyList<ListColumn> Columns { get; set; } = [];

    /// <summary>Its place in the whole list; the heads are the first row.</summary>
    [Parameter]
    public int At { get; set; }

    [Parameter, EditorRequired]
    public string Address { get; set; } = "";

    /// <summary>Whether the task is shown beside the list.</summary>
    [Parameter]
    public bool IsOpen { get; set; }

    [Parameter]
    public bool MayWork { get; set; }

    [Parameter]
    public EventCallback<Card> Retry { get; set; }

    [Parameter]
    public EventCallback<Card> LetBe { get; set; }

    /// <summary>Asks for what HubSpot wants first.</summary>
    [Parameter]
    public EventCallback<Card> Fill { get; set; }

    [CascadingParameter]
    private ViewerSettings Viewer { get; set; } = ViewerSettings.Unknown;

    private ClockFace Clock => new(Table.Due.Zone, Viewer.Habits.Uses12Hours);

    private Card Card => Row.Card;

    private string Subject => string.IsNullOrWhiteSpace(Card.Subject) ? "(no subject)" : Card.Subject;

    private string State => Card.Change.State.ToString().ToLowerInvariant();

    private string Classes => $"{(Card.IsClosed ? "closed" : "")}{(IsOpen ? " open" : "")}";

    private string Due => Card.IsClosed && Card.Due is { } due ? Day(due) : DueWords.Of(Card.Due, Card.IsClosed, Table.Due.Now, Clock);

    private string DueClass => DueWords.IsOverdue(Card.Due, Card.IsClosed, Table.Due.Now) ? "overdue" : "";

    private string Owner => Table.Words.OwnerName(Card.OwnerId);

    /// <summary>Everything a row shows, compared as values.</summary>
    private object Picture => (Row, Due, At, Address, IsOpen, MayWork, string.Join(',', Columns.Select(c => c.Key + Text(c.Key))));

    protected override bool ShouldRender() => !Picture.Equals(drawn);

    protected override void OnAfterRender(bool firstRender) => drawn = Picture;

    private string Text(string column) => column switch
    {
        "status" => Table.Words.Label(TaskProperty.Status, Card.Status),
        "priority" => string.IsNullOrEmpty(Card.Priority) || Card.Priority == "NONE" ? "" : Table.Words.Label(TaskProperty.Priority, Card.Priority),
        "type" => string.IsNullOrEmpty(Card.Type) ? "" : Table.Words.Label(TaskProperty.Type, Card.Type),
        "record" => Records,
        "created" => Day(Row.CreatedAt),
        "modified" => Day(Row.ModifiedAt),
        "completed" => Card.CompletedAt is { } done ? Day(done) : "",
        _ => "",
    };

    private string? Hover(string column) => column switch
    {
        "created" => Exact(Row.CreatedAt),
        "modified" => Exact(Row.ModifiedAt),
        "completed" => Exact(Card.CompletedAt),
        _ => Text(column),
    };

    private bool IsEmpty(string column) => column switch
    {
        "due" => Card.Due is null,
        "owner" => Card.OwnerId is null,
        _ => Text(column).Length == 0,
    };

    private string Records => Card.Records switch
    {
        { First: null, More: 0 } => "",
        { First: null, More: var n } => n == 1 ? "1 record" : $"{n} records",
        { First: { } first, More: 0 } => first,
        { First: { } first, More: var n } => $"{first} +{n}",
    };

    private string Day(DateTimeOffset at) => DueWords.Day(at, Table.Due.Now, Clock);

    private string? Exact(DateTimeOffset? at) => at is { } instant ? DueWords.Exact(instant, Clock) : null;
}
