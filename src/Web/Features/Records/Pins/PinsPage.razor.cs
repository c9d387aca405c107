using System.Globalization;
using Dashboard.Application.Kernel;
using Dashboard.Application.Links;
using Dashboard.Application.Links.Pins;
using Dashboard.Web.Live;
using Dashboard.Web.Shell;
using Dashboard.Web.Shell.Addresses;
using Dashboard.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.Records.Pins;

/// <summary>Every pinned task across records. Which mark and how many rows are shown is in the address.</summary>
public sealed partial class PinsPage(PinBoardActions actions, PinActions pins, NavigationManager navigation, IWorkspaceFeed feed, TimeProvider clock) : IAsyncDisposable
{
    private const int Page = 100;

    private readonly Lifetime closed = new();
    private PinDesk desk = null!;
    private PinSheet? sheet;
    private PinState? mark;
    private int most = Page;
    private long? openTask;
    private LiveReading? live;
    private ElementReference list;
    private (string ObjectType, long Id)? asked;
    private IReadOnlyList<PickerOption> choices = [];

    [Parameter]
    public string Slug { get; set; } = "";

    [SupplyParameterFromQuery(Name = "mark")]
    public string? MarkWord { get; set; }

    [SupplyParameterFromQuery(Name = "rows")]
    public string? Rows { get; set; }

    [CascadingParameter]
    public WorkspaceView Workspace { get; set; } = null!;

    [CascadingParameter]
    public ViewerSettings Viewer { get; set; } = ViewerSettings.Unknown;

    private IReadOnlyList<PinEntry> Shown => mark is null ? sheet!.Entries : [.. sheet!.Entries.Where(e => e.State == mark)];

    private string Counted => sheet is null ? "" : sheet.Board.Pins.Count == 1 ? "1 pinned task" : $"{sheet.Board.Pins.Count} pinned tasks";

    protected override Task OnInitializedAsync()
    {
        desk = new PinDesk(pins, Slug);
        return LoadAsync();
    }

    protected override void OnParametersSet()
    {
        mark = PinMark.Read(MarkWord);
        most = int.TryParse(Rows, NumberStyles.None, CultureInfo.InvariantCulture, out var rows) ? Math.Clamp(rows, Page, 2_000) : Page;
        openTask = Beside.TaskIn(navigation.Uri);
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

    private int CountOf(PinState state) => sheet!.Entries.Count(e => e.State == state);

    private string AddressOf(PinState? state) => PageAddress.With(navigation.Uri, ("rows", null), ("mark", state is { } one ? PinMark.Word(one) : null));

    private async Task ReadAsync()
    {
        await LoadAsync();
        StateHasChanged();
    }

    private async Task LoadAsync()
    {
        var read = await actions.ShowAsync(Slug, closed.Token);
        if (read.Ok)
        {
            sheet = read.Value;
        }
        else
        {
            desk.Sentence = read.Failure.Sentence;
        }

        await desk.LookAsync(closed.Token);
    }
}
