using Dashboard.Application.Board;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Dashboard.Web.Shell;
using Dashboard.Web.Shell.Addresses;
using Dashboard.Web.Shell.Filters;
using Dashboard.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.Board;

/// <summary>
/// The board. Its state is its address and the index: a circuit that is gone loses nothing. What the hand does is shown by the page's
/// script; this side stores it, reads again and draws the difference.
/// </summary>
public sealed partial class BoardPage(BoardActions actions, ViewActions views, NavigationManager navigation, IWorkspaceFeed feed, ILogger<BoardPage> log) : IAsyncDisposable
{
    private readonly Lifetime closed = new();
    private readonly Dictionary<string, CardWindow> windows = [];
    private ElementReference root;
    private BoardView? view;
    private BoardQuery query = BoardQuery.Default;
    private string? shownAddress;
    private long? openTask;
    private string beforeTask = "";
    private string? sentence;
    private UndoOffer? offer;
    private IDisposable? subscription;

    [Parameter]
    public string Slug { get; set; } = "";

    [CascadingParameter]
    public WorkspaceView Workspace { get; set; } = null!;

    [CascadingParameter]
    public ViewerSettings Viewer { get; set; } = ViewerSettings.Unknown;

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

    public async ValueTask DisposeAsync()
    {
        subscription?.Dispose();
        await closed.CancelAsync();
        await DetachAsync();
        closed.Dispose();
        dropping.Dispose();
    }

    private async Task LoadAsync()
    {
        var read = await actions.ShowAsync(Slug, query, Viewer.Zone(), windows, firstDrawing: view is null, closed.Token);
        if (read.Ok)
        {
            view = BoardDifference.Keep(view, read.Value);
            AskForWants();
            offer = IsRefused(offer) ? null : offer;
        }
        else
        {
            sentence = read.Failure.Sentence;
        }
    }

    /// <summary>What HubSpot refused is back in its place already: nothing is left to undo.</summary>
    private bool IsRefused(UndoOffer? of) => of is not null && view!.Columns.SelectMany(c => c.Cards)
        .Any(card => card.Change is { State: TaskChangeState.Refused, Id: { } change } && of.Changes.Contains(change));
}
