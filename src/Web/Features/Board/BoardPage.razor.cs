using Dashboard.Application.Board;
using Dashboard.Web.Cards;
using Dashboard.Web.Cards.Colours;
using Dashboard.Web.Shell;
using Dashboard.Web.Shell.Addresses;
using Dashboard.Web.Shell.Filters;
using Dashboard.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.Board;

/// <summary>
/// The board. Its state is its address and the index: a circuit that is gone loses nothing. What the hand does is shown by the page's
/// script; <see cref="CardHand"/> stores it, this page reads again and draws the difference.
/// </summary>
public sealed partial class BoardPage(BoardActions actions, ViewActions views, CardHands hands, NavigationManager navigation) : IAsyncDisposable
{
    private readonly Lifetime closed = new();
    private readonly Dictionary<string, CardWindow> windows = [];
    private ElementReference root;
    private BoardView? view;
    private BoardQuery query = BoardQuery.Default;
    private string? shownAddress;
    private long? openTask;
    private string beforeTask = "";
    private readonly CardHand hand = hands.New();

    [Parameter]
    public string Slug { get; set; } = "";

    [CascadingParameter]
    public WorkspaceView Workspace { get; set; } = null!;

    [CascadingParameter]
    public ViewerSettings Viewer { get; set; } = ViewerSettings.Unknown;

    /// <summary>The address says by what, the portal which there are.</summary>
    private CardColours Colours => view is null ? CardColours.None : CardColours.Of(ColourAddress.Read(navigation.Uri), view.Words);

    private bool IsEmpty => view is { Total: 0 };

    /// <summary>Card height and gap of the density (<c>tokens.css</c>).</summary>
    private int Step => Viewer.Density == "dense" ? 88 : 112;

    protected override async Task OnParametersSetAsync()
    {
        if (new Uri(navigation.Uri).Query.Length == 0 && await views.BeginningAsync(Workspace, "board", closed.Token) is { } beginning)
        {
            navigation.NavigateTo(beginning, replace: true);
            return;
        }

        openTask = Beside.TaskIn(navigation.Uri);
        beforeTask = PageAddress.BeforeTask(navigation.Uri);
        query = BoardAddress.Read(navigation.Uri);
        var address = BoardAddress.Write(Slug, query);
        if (address != shownAddress)
        {
            shownAddress = address;
            windows.Clear();
            await LoadAsync();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!hand.IsAttached && view is not null)
        {
            await hand.AttachAsync(new CardPage
            {
                Workspace = Workspace,
                Own = Viewer.Own(),
                Root = root,
                Invoke = InvokeAsync,
                Read = LoadAsync,
                Draw = StateHasChanged,
                Cards = () => view.Columns.SelectMany(c => c.Cards),
                IsReading = () => view.Freshness.IsReading,
                ShowWindow = ShowWindowAsync,
            });
        }
    }

    public async ValueTask DisposeAsync()
    {
        await closed.CancelAsync();
        await hand.DisposeAsync();
        closed.Dispose();
    }

    private async Task LoadAsync()
    {
        var read = await actions.ShowAsync(Slug, query, Viewer.Own(), windows, firstDrawing: view is null, closed.Token);
        if (read.Ok)
        {
            view = BoardDifference.Keep(view, read.Value);
            hand.Look();
        }
        else
        {
            hand.Sentence = read.Failure.Sentence;
        }
    }

    private async Task ShowWindowAsync(string zone, int skip, int take)
    {
        var window = new CardWindow(Math.Max(0, skip), Math.Clamp(take, 1, ShowBoard.MostCards));
        var read = await actions.ColumnAsync(Slug, query, Viewer.Own(), zone, window, closed.Token);
        if (read.Ok && view is not null)
        {
            windows[read.Value.Zone] = window;
            view = view with { Columns = [.. view.Columns.Select(c => c.Zone == zone ? BoardDifference.Keep(c, read.Value) : c)] };
            StateHasChanged();
        }
    }
}
