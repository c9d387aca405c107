using System.Globalization;
using Dashboard.Application.Board;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Planning;
using Dashboard.Web.Cards.Colours;
using Dashboard.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Cards;

/// <summary>One card. Drawn again only when what it shows changed: the page's script handles all gestures, so most cards have no handlers.</summary>
public sealed partial class CardView
{
    private Card? drawn;
    private string? drawnDue;
    private bool drawnOpen;
    private string? drawnAddress;
    private string? drawnLook;
    private string? drawnColours;

    [Parameter, EditorRequired]
    public Card Card { get; set; } = null!;

    /// <summary>The portal's words for what the card holds.</summary>
    [Parameter, EditorRequired]
    public PortalWords Words { get; set; } = null!;

    /// <summary>The moment and the zone that words such as "overdue" go by.</summary>
    [Parameter, EditorRequired]
    public DueBuckets Now { get; set; } = null!;

    [Parameter, EditorRequired]
    public string Address { get; set; } = "";

    /// <summary>Whether the task is shown beside the board.</summary>
    [Parameter]
    public bool IsOpen { get; set; }

    [Parameter]
    public bool MayMove { get; set; }

    /// <summary>Where it stands in a calendar; null on a board.</summary>
    [Parameter]
    public PlannedTime? At { get; set; }

    /// <summary>The time of day in words, where the place shows it.</summary>
    [Parameter]
    public string? Time { get; set; }

    /// <summary>Further classes: how and where in a calendar it is drawn.</summary>
    [Parameter]
    public string? Look { get; set; }

    /// <summary>What its edge is coloured by; null where nothing is.</summary>
    [Parameter]
    public CardColours? Colours { get; set; }

    /// <summary>What the buttons of a refused card ask; null where cards are only looked at.</summary>
    [Parameter]
    public CardHand? Hand { get; set; }

    [CascadingParameter]
    private ViewerSettings Viewer { get; set; } = ViewerSettings.Unknown;

    private ClockFace Clock => new(Now.Zone, Viewer.Habits.Uses12Hours);

    private string Subject => string.IsNullOrWhiteSpace(Card.Subject) ? "(no subject)" : Card.Subject;

    private string State => Card.Change.State.ToString().ToLowerInvariant();

    private string Classes => $"card{(Card.IsClosed ? " closed" : "")}{(IsOpen ? " open" : "")}{(Look is null ? "" : $" {Look}")}{(Look is not null && DueClass == "overdue" ? " late" : "")}{ColourClasses}";

    private string? ColourClasses => Colours?.ClassesOf(Card);

    private string? AtText => At is { } at && Card.Due is not null ? $"{at.Day:yyyy-MM-dd}T{at.Time:HH:mm}" : null;

    private string? DueText => At is not null && Card.Due is { } due ? TaskProperty.Text(due) : null;

    /// <summary>Where a call's customer is, for a calendar.</summary>
    private Customer? Theirs => At is null ? null : Card.Customer;

    /// <summary>What the customer's clock says of a call planned outside their hours; null for any other card.</summary>
    private string? TheirNight => At is { IsAnyTime: false } && Time is not null && !Card.IsClosed && Card.Due is { } due && Theirs is { } customer && !customer.TakesCalls(due)
        ? customer.Words(due, Clock)
        : null;

    /// <summary>A narrow card says its refusal on hovering.</summary>
    private string? Hint => Look is null ? null : Card.Change.Reason;

    private string Due => Card.IsClosed && Card.CompletedAt is { } done
        ? DueWords.Day(done, Now.Now, Clock)
        : DueWords.Of(Card.Due, Card.IsClosed, Now.Now, Clock);

    private string? Exact => (Card.IsClosed ? Card.CompletedAt ?? Card.Due : Card.Due) is { } at ? DueWords.Exact(at, Clock) : null;

    private string DueClass => Card.IsClosed ? "done" : DueWords.IsOverdue(Card.Due, Card.IsClosed, Now.Now) ? "overdue" : "";

    private string Owner => Words.OwnerName(Card.OwnerId);

    private string? OwnerKey => Card.OwnerId?.ToString(CultureInfo.InvariantCulture);

    private string Type => string.IsNullOrEmpty(Card.Type) ? "No type" : Words.Label(TaskProperty.Type, Card.Type);

    internal static string IconOf(string? type) => type switch
    {
        "EMAIL" => "mail",
        "CALL" => "call",
        "TODO" => "check",
        "MEETING" => "meeting",
        { } social when social.StartsWith("LINKED_IN", StringComparison.Ordinal) => "profile",
        _ => "task",
    };

    private string Priority => Words.Label(TaskProperty.Priority, Card.Priority);

    private int PriorityLevel => Card.Priority switch { "LOW" => 1, "MEDIUM" => 2, "HIGH" => 3, _ => 0 };

    private string? Records => Card.Records switch
    {
        { First: null, More: 0 } => null,
        { First: null, More: var n } => n == 1 ? "1 record" : $"{n} records",
        { First: var first, More: 0 } => first,
        { First: var first, More: var n } => $"{first} +{n}",
    };

    /// <summary>What a screen reader says of the card: words for everything the eye gets from colour or shape.</summary>
    private string Spoken => string.Join(", ", new[]
    {
        Subject,
        Card.IsClosed ? $"closed {Due}" : Due,
        TheirNight,
        Records,
        Owner,
        PriorityLevel > 0 ? $"{Priority} priority" : null,
        Type,
        Card.Change.State switch { TaskChangeState.Pending => "saving", TaskChangeState.Refused => "not accepted by HubSpot", TaskChangeState.Wanting => "not sent yet, HubSpot wants another field", TaskChangeState.Conflict => "changed by somebody else", _ => null },
    }.Where(part => !string.IsNullOrEmpty(part)));

    protected override bool ShouldRender() => drawn != Card || drawnDue != Due || drawnOpen != IsOpen || drawnAddress != Address || drawnLook != Look || drawnColours != ColourClasses;

    protected override void OnAfterRender(bool firstRender)
    {
        drawn = Card;
        drawnDue = Due;
        drawnOpen = IsOpen;
        drawnAddress = Address;
        drawnLook = Look;
        drawnColours = ColourClasses;
    }
}
