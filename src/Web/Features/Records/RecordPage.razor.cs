using Dashboard.Application.Kernel;
using Dashboard.Application.Links;
using Dashboard.Application.Records;
using Dashboard.Web.Features.Records.Pins;
using Dashboard.Web.Live;
using Dashboard.Web.Shell;
using Dashboard.Web.Shell.Addresses;
using Dashboard.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Dashboard.Web.Features.Records;

/// <summary>A record with its tasks. Shows the index at once, asks HubSpot behind it, and follows what others do.</summary>
public sealed partial class RecordPage(
    RecordActions actions, PinActions pins, SearchActions search, NavigationManager navigation, IWorkspaceFeed feed, TimeProvider clock, IJSRuntime js) : IAsyncDisposable
{
    private readonly Lifetime closed = new();
    private (string ObjectType, long Id) key;
    private string? shownAddress;
    private RecordSheet? sheet;
    private IReadOnlyList<RelatedRecord> related = [];
    private string kind = "Record";
    private PinDesk desk = null!;
    private LiveReading? live;
    private long? openTask;
    private string? absence;
    private bool isGone;
    private bool asking;
    private bool askDue;

    [Parameter]
    public string Slug { get; set; } = "";

    [Parameter]
    public string ObjectType { get; set; } = "";

    [Parameter]
    public string Id { get; set; } = "";

    [CascadingParameter]
    public WorkspaceView Workspace { get; set; } = null!;

    [CascadingParameter]
    public ViewerSettings Viewer { get; set; } = ViewerSettings.Unknown;

    private string Title => sheet is null ? "Record" : RecordWords.Name(sheet.Details.Record.Name, key.Id);

    private bool MayEdit => Workspace.Actor.MayWorkTasks && !isGone;

    private IEnumerable<RelatedLine> OpenTasks => Tasks.Where(t => !t.Task.IsClosed);

    private IEnumerable<RelatedLine> DoneTasks => Tasks.Where(t => t.Task.IsClosed);

    /// <summary>The record's own first.</summary>
    private IEnumerable<RelatedLine> Tasks =>
    [
        .. sheet!.Details.Tasks.Select(t => new RelatedLine(t, null)),
        .. sheet.Details.Related.Where(r => r.Task.Id != sheet.Details.Pinned?.Id).Select(r => new RelatedLine(r.Task, r.Record)),
    ];

    private HashSet<long> OwnIds => [.. sheet!.Details.Tasks.Select(t => t.Id), .. sheet.Details.Pinned is { } pinned ? new[] { pinned.Id } : []];

    /// <summary>Title of what a new pin would replace; null where nothing is pinned.</summary>
    private string? Replaces => sheet!.Details.Pinned is { } pinned ? PinDesk.Title(pinned.Subject)
        : sheet.Details.Record.PinnedTaskId is null ? null : "another activity";

    private string ReplaceQuestion => $"Which open task shall be pinned in place of “{Replaces}”?";

    private IReadOnlyList<PickerOption> Candidates => [.. OpenTasks.Select(line => new PickerOption(
        line.Task.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
        line.Via is null ? PinDesk.Title(line.Task.Subject) : $"{PinDesk.Title(line.Task.Subject)} (of {RecordWords.Name(line.Via.Name, line.Via.Id)})"))];

    protected override async Task OnParametersSetAsync()
    {
        openTask = Beside.TaskIn(navigation.Uri);
        var address = $"{Slug}/{ObjectType}/{Id}";
        if (address == shownAddress)
        {
            return;
        }

        shownAddress = address;
        desk = new PinDesk(pins, Slug);
        (sheet, related, absence, isGone, asking, askDue, associating, replacing) = (null, [], null, false, false, false, false, false);
        if (RecordAddress.Read(ObjectType, Id) is not { } read)
        {
            absence = "The address does not name a record: it needs a type such as 0-1 for contacts, and the record's number.";
            return;
        }

        (key, kind, asking, askDue) = (read, RecordWords.One(read.ObjectType), true, true);
        await LoadAsync();
    }

    private string AddressOf(long task) => Beside.WithTask(navigation.Uri, task);

    private async Task LoadAsync()
    {
        var (wanted, address) = (key, shownAddress);
        var read = await actions.ShowAsync(Slug, wanted.ObjectType, wanted.Id, related, closed.Token);
        if (address != shownAddress)
        {
            return;
        }

        // A row without a name and without tasks is one that HubSpot did not have when it was asked.
        sheet = read.Ok && (read.Value.Record.Name.Length > 0 || read.Value.Details is { Tasks.Count: > 0 } or { Pinned: not null }) ? read.Value : null;
        await desk.LookAsync(closed.Token);
    }
}
