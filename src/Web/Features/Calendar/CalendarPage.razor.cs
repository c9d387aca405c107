using Dashboard.Application.Board;
using Dashboard.Application.Calendar;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Tasks.Planning;
using Dashboard.Web.Cards;
using Dashboard.Web.Cards.Colours;
using Dashboard.Web.Shell;
using Dashboard.Web.Shell.Addresses;
using Dashboard.Web.Shell.Filters;
using Dashboard.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.Calendar;

/// <summary>
/// The board's cards in the days of a calendar. Its state is its address and the index; what the hand does is the board's own script and
/// <see cref="CardHand"/>.
/// </summary>
public sealed partial class CalendarPage(CalendarActions actions, ViewActions views, CardHands hands, NavigationManager navigation, TimeProvider clock) : IAsyncDisposable
{
    private readonly Lifetime closed = new();
    private readonly CardHand hand = hands.New();
    private ElementReference root;
    private CalendarSight? sight;
    private CalendarQuery? query;
    private string? opened;
    private LoadMeasure? loadBy;
    private WorkingDays work = new(Habits.Usual);

    [Parameter]
    public string Slug { get; set; } = "";

    [CascadingParameter]
    public WorkspaceView Workspace { get; set; } = null!;

    [CascadingParameter]
    public ViewerSettings Viewer { get; set; } = ViewerSettings.Unknown;

    /// <summary>As the page was loaded with, and what was changed on it since.</summary>
    private Habits Habits => Viewer.Habits with { LoadBy = loadBy ?? Viewer.Habits.LoadBy };

    private DateOnly Today => PlannedTime.Of(clock.GetUtcNow(), Viewer.Zone()).Day;

    private IEnumerable<Card> Cards => sight!.View.Cells.Values.SelectMany(c => c.Cards).Concat(sight.View.Tray.SelectMany(t => t.Cards)).Select(c => c.Card);

    protected override async Task OnParametersSetAsync()
    {
        if (new Uri(navigation.Uri).Query.Length == 0 && await views.BeginningAsync(Workspace, "calendar", closed.Token) is { } beginning)
        {
            navigation.NavigateTo(beginning, replace: true);
            return;
        }

        var asked = CalendarAddress.Read(navigation.Uri, Today);
        if (query is null || BoardAddress.Write(Slug, asked.Filter) != BoardAddress.Write(Slug, query.Filter) || asked with { Filter = query.Filter } != query)
        {
            (query, opened) = (asked, null);
            await LoadAsync();
        }
        else if (sight is not null)
        {
            Look(sight.View);
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!hand.IsAttached && sight is not null)
        {
            await hand.AttachAsync(new CardPage
            {
                Workspace = Workspace,
                Own = Viewer.Own(),
                Root = root,
                Invoke = InvokeAsync,
                Read = LoadAsync,
                Draw = StateHasChanged,
                Cards = () => Cards,
                IsReading = () => sight.View.Freshness.IsReading,
                IsNarrow = true,
                Before = OffFreeDays,
                After = AskOfFreeDays,
            });
        }

        await FollowSpreadAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await closed.CancelAsync();
        await hand.DisposeAsync();
        closed.Dispose();
    }

    private async Task LoadAsync()
    {
        // Without a date in the address it is today's page, also after midnight.
        query = query! with { Date = CalendarAddress.Read(navigation.Uri, Today).Date };
        var read = await actions.ShowAsync(Slug, query with { Opened = opened }, Viewer.Own(), firstDrawing: sight is null, closed.Token);
        if (read.Ok)
        {
            work = read.Value.Work;
            Look(CalendarDifference.Keep(sight?.View, read.Value.View));
            hand.Look();
        }
        else
        {
            hand.Sentence = read.Failure.Sentence;
        }
    }

    private void Look(CalendarView view) => sight = new CalendarSight(
        view, Workspace, hand, Viewer.Clock(), Habits, work, navigation.Uri, PageAddress.BeforeTask(navigation.Uri), Beside.TaskIn(navigation.Uri), OpenAsync) { Colours = CardColours.Of(ColourAddress.Read(navigation.Uri), view.Words) };

    /// <summary>What days count their load in, from now on and on every device.</summary>
    private async Task CountInAsync(LoadMeasure measure)
    {
        loadBy = measure;
        Look(sight!.View);
        var kept = await actions.KeepAsync(Slug, habits => habits with { LoadBy = measure }, closed.Token);
        hand.Sentence = kept.Ok ? null : kept.Failure.Sentence;
    }

    /// <summary>Lists all of one day, or none.</summary>
    private async Task OpenAsync(string zone)
    {
        opened = zone.Length == 0 ? null : zone;
        await LoadAsync();
        StateHasChanged();
    }
}
