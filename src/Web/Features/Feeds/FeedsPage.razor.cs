using Dashboard.Application.Calendar.Feeds;
using Dashboard.Application.Kernel;
using Dashboard.Web.Shell;
using Dashboard.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.Feeds;

/// <summary>One's own calendar feeds: made, given a new address, ended. The secret of a new one lives in this page alone.</summary>
public sealed partial class FeedsPage(FeedActions actions, PublicOrigin origin, NavigationManager navigation, TimeProvider clock) : IDisposable
{
    /// <summary>Who has just pasted the address looks here for the program to come.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(15);

    private readonly PeriodicTimer ticks = new(LookAgain, clock);
    private FeedList? list;
    private FeedDraft draft = new();
    private NewFeed? made;
    private IReadOnlyDictionary<string, string>? problems;
    private string? sentence;
    private bool busy;

    [Parameter]
    public string Slug { get; set; } = "";

    /// <summary>A saved view to begin with.</summary>
    [SupplyParameterFromQuery(Name = "view")]
    public string? View { get; set; }

    [CascadingParameter]
    public WorkspaceView Workspace { get; set; } = null!;

    [CascadingParameter]
    public ViewerSettings Viewer { get; set; } = ViewerSettings.Unknown;

    private IReadOnlyList<FeedLine> Mine => [.. list!.Feeds.Where(f => f.IsMine)];

    private IReadOnlyList<FeedLine> Others => [.. list!.Feeds.Where(f => !f.IsMine)];

    public void Dispose() => ticks.Dispose();

    protected override async Task OnInitializedAsync()
    {
        await ReadAsync();
        if (Guid.TryParse(View, out var wanted) && list?.Views.FirstOrDefault(v => v.Id == wanted) is { } view)
        {
            (draft.Shows, draft.Name) = (view.Id.ToString(), view.Name);
        }
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            _ = TickAsync();
        }
    }

    private async Task TickAsync()
    {
        while (await ticks.WaitForNextTickAsync())
        {
            await InvokeAsync(async () =>
            {
                await ReadAsync();
                StateHasChanged();
            });
        }
    }

    private async Task ReadAsync()
    {
        var read = await actions.ListAsync(Slug, CancellationToken.None);
        if (read.Ok)
        {
            list = read.Value;
        }
        else
        {
            navigation.NavigateTo("/workspaces?choose");
        }
    }

    private async Task MakeAsync()
    {
        busy = true;
        var done = await actions.CreateAsync(Slug, draft.ToMake(Viewer.Zone().Id), CancellationToken.None);
        busy = false;
        problems = (done.Failure as Failure.Unfit)?.Fields;
        sentence = done.Failure is null or Failure.Unfit ? null : done.Failure.Sentence;
        if (done.Ok)
        {
            (made, draft) = (done.Value, new FeedDraft());
        }

        await ReadAsync();
    }

    private async Task RenewAsync(Guid feed)
    {
        var done = await actions.RenewAsync(Slug, feed, CancellationToken.None);
        (made, sentence) = done.Ok ? (done.Value, null) : (made, done.Failure.Sentence);
        await ReadAsync();
    }

    private async Task RevokeAsync(Guid feed)
    {
        sentence = (await actions.RevokeAsync(Slug, feed, CancellationToken.None)).Failure?.Sentence;
        made = made?.Id == feed ? null : made;
        await ReadAsync();
    }

    private string AddressOf(NewFeed feed) => $"{origin.Configured ?? navigation.BaseUri.TrimEnd('/')}/feeds/{feed.Secret}.ics";
}
