using System.Globalization;
using Dashboard.Application.Board;
using Dashboard.Application.Board.Table;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Bulk;
using Dashboard.Web.Live;
using Dashboard.Web.Shell;
using Dashboard.Web.Shell.Addresses;
using Dashboard.Web.Shell.Filters;
using Dashboard.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Dashboard.Web.Features.List;

/// <summary>A dense table of tasks, a page of it at a time. Its state is its address and the index; selecting is the page's script.</summary>
public sealed partial class ListPage(
    ListActions actions, ViewActions views, WantedDesk wanted, NavigationManager navigation, IWorkspaceFeed feed, IJSRuntime js, TimeProvider clock, ILogger<ListPage> log) : IAsyncDisposable
{
    private readonly Lifetime closed = new();
    private ListState state = ListState.Read("http://x/");
    private TaskTable? table;
    private string? shownAddress;
    private string beforeTask = "";
    private long? openTask;
    private string? sentence;

    [Parameter]
    public string Slug { get; set; } = "";

    [CascadingParameter]
    public WorkspaceView Workspace { get; set; } = null!;

    [CascadingParameter]
    public ViewerSettings Viewer { get; set; } = ViewerSettings.Unknown;

    private bool MayWork => Workspace.Actor.MayWorkTasks;

    private int Page => (table!.Skip / ListState.Rows) + 1;

    private int Pages => Math.Max(1, (table!.Total + ListState.Rows - 1) / ListState.Rows);

    private PickerOption[] Statuses => [new("", "Any"), .. table!.Words.Statuses.All.Select(o => new PickerOption(o.Value, o.Label))];

    private string Shown => string.Create(CultureInfo.InvariantCulture, $"{table!.Total:N0} {(table.Total == 1 ? "task" : "tasks")}");

    private string Range => string.Create(CultureInfo.InvariantCulture, $"{table!.Skip + 1:N0}–{table.Skip + table.Rows.Count:N0} of {table.Total:N0}");

    private string SelectAllWords => table!.Total > BulkWish.MostTasks
        ? string.Create(CultureInfo.InvariantCulture, $"Select the first {BulkWish.MostTasks:N0} of {table.Total:N0} matching")
        : string.Create(CultureInfo.InvariantCulture, $"Select all {table.Total:N0} matching");

    protected override async Task OnParametersSetAsync()
    {
        if (new Uri(navigation.Uri).Query.Length == 0 && await views.BeginningAsync(Workspace, "list", closed.Token) is { } beginning)
        {
            navigation.NavigateTo(beginning, replace: true);
            return;
        }

        openTask = Beside.TaskIn(navigation.Uri);
        beforeTask = PageAddress.BeforeTask(navigation.Uri);
        state = ListState.Read(navigation.Uri);
        var address = PageAddress.With(navigation.Uri, ("task", null), ("new", null), ("bulk", null), ("cols", null));
        if (address != shownAddress)
        {
            shownAddress = address;
            await LoadAsync();
        }
    }

    private async Task LoadAsync()
    {
        var read = await actions.ShowAsync(Slug, state.Query, Viewer.Own(), closed.Token);
        if (read is { Ok: true, Value: { Rows.Count: > 0 } or { Total: 0 } })
        {
            table = read.Value;
        }
        else if (read.Ok)
        {
            // A page behind the end: what was there is done or filtered away.
            state = state with { Page = ((read.Value.Total - 1) / ListState.Rows) + 1 };
            table = (await actions.ShowAsync(Slug, state.Query, Viewer.Own(), closed.Token)) is { Ok: true, Value: var last } ? last : read.Value;
        }
        else
        {
            sentence = read.Failure.Sentence;
        }
    }

    private async Task SelectAllAsync()
    {
        var ids = await actions.IdsAsync(Slug, state.Query, Viewer.Own(), closed.Token);
        if (!ids.Ok)
        {
            sentence = ids.Failure.Sentence;
            return;
        }

        await using var chosen = await js.InvokeAsync<IJSObjectReference>("import", closed.Token, "/ui/many/chosen.js");
        await chosen.InvokeVoidAsync("choose", closed.Token, Slug, ids.Value);
    }

    private async Task RetryAsync(Card card) => await SettleAsync(await actions.RetryAsync(Slug, card));

    private async Task LetBeAsync(Card card) => await SettleAsync(await actions.LetBeAsync(Slug, card));

    private async Task SettleAsync(Result<Done> result)
    {
        sentence = result.Ok ? null : result.Failure.Sentence;
        await LoadAsync();
    }
}
