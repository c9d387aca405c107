using Dashboard.Application.Links;
using Dashboard.Application.Records;
using Dashboard.Web.Shell;
using Dashboard.Web.Shell.Addresses;
using Dashboard.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Dashboard.Web.Features.Records;

/// <summary>Search across all types of record: what the index knows stands there at once, what HubSpot adds comes below it.</summary>
public sealed partial class RecordsPage(SearchActions actions, NavigationManager navigation, TimeProvider clock, IJSRuntime js) : IAsyncDisposable
{
    private readonly Lifetime closed = new();
    private IReadOnlyDictionary<string, string> kinds = new Dictionary<string, string>();
    private IReadOnlyList<RecordTally> recent = [];
    private IJSObjectReference? module;
    private bool connected = true;
    private bool askDue;

    [Parameter]
    public string Slug { get; set; } = "";

    [SupplyParameterFromQuery(Name = "q")]
    public string? Wanted { get; set; }

    [CascadingParameter]
    public WorkspaceView Workspace { get; set; } = null!;

    private IEnumerable<IGrouping<string, RecordTally>> Groups => rows.GroupBy(r => r.Record.ObjectType).OrderBy(g => g.Key.StartsWith("2-", StringComparison.Ordinal)).ThenBy(g => g.Key, StringComparer.Ordinal);

    private string Status => !IsSearch ? text.Trim().Length == 1 ? "One more letter, and the search begins." : ""
        : searching ? rows.Count == 0 ? "Searching HubSpot…" : $"{Counted} known here · still searching HubSpot…"
        : rows.Count == 0 ? "Nothing found." : Counted;

    private string Counted => rows.Count == 1 ? "1 record" : $"{rows.Count} records";

    protected override async Task OnParametersSetAsync()
    {
        var wanted = Wanted ?? "";
        if (IsEcho(wanted))
        {
            return;
        }

        written = wanted;
        var words = wanted[..Math.Min(wanted.Length, RecordAddress.LongestText)];
        if (words != text)
        {
            // The field is drawn anew, and only then: there may be somebody typing into it.
            (begun, drawn) = (words, drawn + 1);
            await ShowKnownAsync(words);
            askDue = IsSearch;
        }

        connected = await actions.ConnectionAsync(Slug, closed.Token) is not null;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _ = NameKindsAsync();
            module = await js.InvokeAsync<IJSObjectReference>("import", closed.Token, "/ui/records.js");
            var keys = await module.InvokeAsync<string[]>("recent", closed.Token, Slug);
            var known = await actions.RecentAsync(Slug, keys, closed.Token);
            recent = known.Ok ? known.Value.Rows : [];
            StateHasChanged();
        }

        if (askDue)
        {
            askDue = false;
            await AskAsync(current);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await closed.CancelAsync();
        await current.CancelAsync();
        try
        {
            if (module is not null)
            {
                await module.DisposeAsync();
            }
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException)
        {
            // The page is gone.
        }

        current.Dispose();
        closed.Dispose();
    }

    private string TitleOf(string objectType) => kinds.GetValueOrDefault(objectType) ?? RecordWords.Many(objectType);

    private async Task NameKindsAsync()
    {
        try
        {
            var read = await actions.KindsAsync(Slug, closed.Token);
            kinds = read.Ok ? read.Value : kinds;
            StateHasChanged();
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }
}
