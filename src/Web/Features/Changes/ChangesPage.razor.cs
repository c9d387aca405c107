using System.Globalization;
using Dashboard.Application.Journal;
using Dashboard.Application.Kernel;
using Dashboard.Web.Live;
using Dashboard.Web.Shell;
using Dashboard.Web.Shell.Addresses;
using Dashboard.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.Changes;

/// <summary>Every change made here and where it stands. Whose, which and from where on is in the address.</summary>
public sealed partial class ChangesPage(JournalActions actions, WantedDesk wanted, NavigationManager navigation, IWorkspaceFeed feed, TimeProvider clock) : IAsyncDisposable
{
    private readonly Lifetime closed = new();
    private JournalSheet? sheet;
    private UndoReport? report;
    private JournalQuery query = new();
    private string? sentence;
    private string? done;
    private long? openTask;
    private LiveReading? live;
    private ElementReference list;

    [Parameter]
    public string Slug { get; set; } = "";

    [CascadingParameter]
    public WorkspaceView Workspace { get; set; } = null!;

    [CascadingParameter]
    public ViewerSettings Viewer { get; set; } = ViewerSettings.Unknown;

    /// <summary>What there is something of, what is chosen, and what HubSpot has.</summary>
    private IEnumerable<Standing> Offered => Enum.GetValues<Standing>().Where(s => s == Standing.Done || CountOf(s) > 0 || s == query.Standing);

    private IEnumerable<(int Group, IReadOnlyList<JournalEntry> Entries)> Grouped => StandingOf.Groups
        .Select((group, at) => (at, (IReadOnlyList<JournalEntry>)[.. sheet!.Page.Entries.Where(e => group.Contains(e.Standing))]))
        .Where(group => group.Item2.Count > 0);

    private string Counted => sheet is null ? "" : (CountOf(StandingOf.Groups[0]), CountOf(StandingOf.Groups[1])) switch
    {
        (0, 0) => "all in HubSpot",
        (0, var moving) => $"{Number(moving)} on the way",
        (var open, 0) => $"{Number(open)} {(open == 1 ? "needs" : "need")} somebody",
        var (open, moving) => $"{Number(open)} {(open == 1 ? "needs" : "need")} somebody, {Number(moving)} on the way",
    };

    protected override async Task OnParametersSetAsync()
    {
        openTask = Beside.TaskIn(navigation.Uri);
        var asked = Asked(navigation.Uri);
        if (sheet is null || asked != query)
        {
            query = asked;
            overtaken.Clear();
            await LoadAsync();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (live is null)
        {
            live = new LiveReading(feed, Workspace.Actor.Workspace, clock, InvokeAsync, ReadAsync, DispatchExceptionAsync);
            await live.Soon();
        }
    }

    public async ValueTask DisposeAsync()
    {
        live?.Dispose();
        await closed.CancelAsync();
        closed.Dispose();
    }

    private static JournalQuery Asked(string address) => new(
        PageAddress.One(address, "who") == "mine",
        StandingWords.Read(PageAddress.One(address, "state")),
        Guid.TryParse(PageAddress.One(address, "run"), out var run) ? run : null,
        JournalPlace.Read(PageAddress.One(address, "after")));

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private int CountOf(Standing standing) => sheet?.Page.Counts.GetValueOrDefault(standing) ?? 0;

    private int CountOf(IEnumerable<Standing> standings) => standings.Sum(CountOf);

    /// <summary>Another choice begins at the newest.</summary>
    private string AddressOf(params IEnumerable<(string Name, string? Value)> chosen) => PageAddress.With(navigation.Uri, [("after", null), .. chosen]);

    private async Task ReadAsync()
    {
        await LoadAsync();
        StateHasChanged();
    }

    private async Task LoadAsync()
    {
        var asked = query;
        var read = await actions.ShowAsync(Slug, asked, closed.Token);
        if (asked != query)
        {
            // The address changed meanwhile; what it asks for now is being read.
            return;
        }

        report = asked.Run is { } run && await actions.ReportAsync(Slug, run, closed.Token) is { Ok: true, Value: var told } ? told : null;
        sheet = read.Ok ? read.Value : sheet;
        sentence = read.Ok ? sentence : read.Failure.Sentence;
    }
}
