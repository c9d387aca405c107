using Dashboard.Application.Board;
using Dashboard.Web.Cards;
using Dashboard.Web.Cards.Colours;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.Board;

/// <summary>One column: only the cards near the screen are in the page, spacers stand for the rest.</summary>
public sealed partial class ColumnView
{
    private BoardColumn? drawn;
    private long drawnMinute;
    private long? drawnOpen;
    private string? drawnPage;
    private string? drawnColours;

    [Parameter, EditorRequired]
    public BoardColumn Column { get; set; } = null!;

    [Parameter, EditorRequired]
    public BoardView Board { get; set; } = null!;

    [Parameter, EditorRequired]
    public Func<long, string> AddressOf { get; set; } = null!;

    /// <summary>The page's own address: with another one every card leads elsewhere.</summary>
    [Parameter]
    public string? Page { get; set; }

    [Parameter, EditorRequired]
    public string AllClosedAddress { get; set; } = "";

    /// <summary>The form of a new task that begins in this column.</summary>
    [Parameter]
    public string AddAddress { get; set; } = "";

    /// <summary>Height of a card and its gap in CSS pixels (<c>tokens.css</c>).</summary>
    [Parameter]
    public int Step { get; set; } = 112;

    /// <summary>The task shown beside the board.</summary>
    [Parameter]
    public long? OpenTask { get; set; }

    [Parameter]
    public bool MayMove { get; set; }

    [Parameter, EditorRequired]
    public CardHand Hand { get; set; } = null!;

    /// <summary>What edges of cards are coloured by.</summary>
    [Parameter]
    public CardColours Colours { get; set; } = CardColours.None;

    private string HeadingId => "column-" + string.Concat(Column.Zone.Select(letter => char.IsLetterOrDigit(letter) ? letter : '-'));

    private int Above => Column.Skip * Step;

    private int Below => Math.Max(0, Column.Count - Column.Skip - Column.Cards.Count) * Step;

    /// <summary>Words such as "overdue" follow the clock, in whole minutes; anything else is in the column itself.</summary>
    private long Minute => Board.Due.Now.ToUnixTimeSeconds() / 60;

    protected override bool ShouldRender() => !ReferenceEquals(drawn, Column) || drawnMinute != Minute || drawnOpen != OpenTask || drawnPage != Page || drawnColours != Colours.Key;

    protected override void OnAfterRender(bool firstRender)
    {
        drawn = Column;
        drawnMinute = Minute;
        drawnOpen = OpenTask;
        drawnPage = Page;
        drawnColours = Colours.Key;
    }
}
