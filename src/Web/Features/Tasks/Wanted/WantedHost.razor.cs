using Dashboard.Application.Changes.Wants;
using Dashboard.Application.Kernel;
using Dashboard.Web.Live;
using Dashboard.Web.Shell;
using Dashboard.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Dashboard.Web.Features.Tasks.Wanted;

/// <summary>The one small form of a page that asks what HubSpot wants before it takes a change, once for all cards of a gesture.</summary>
public sealed partial class WantedHost(WantedDesk desk, WantedActions actions, IWorkspaceFeed feed, TimeProvider clock, IJSRuntime js) : IAsyncDisposable
{
    private readonly Lifetime closed = new();
    private readonly Dictionary<string, string> values = [];
    private readonly Dictionary<string, WantedField> fields = [];
    private DotNetObjectReference<WantedHost>? self;
    private IJSObjectReference? module;
    private IJSObjectReference? opened;
    private LiveReading? live;
    private ElementReference dialog;
    private WantedSight? sight;
    private IReadOnlyDictionary<string, string> problems = new Dictionary<string, string>();
    private string? sentence;
    private bool busy;
    private bool isNew;

    [CascadingParameter]
    public WorkspaceView Workspace { get; set; } = null!;

    [CascadingParameter]
    public ViewerSettings Viewer { get; set; } = ViewerSettings.Unknown;

    private string About => sight is not { Tasks: > 1 } one
        ? string.IsNullOrWhiteSpace(sight!.Subject) ? "(no subject)" : sight.Subject
        : $"{one.Tasks} tasks: what you fill in goes to each of them.";

    protected override void OnInitialized() => desk.Asked += Ask;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (isNew)
        {
            isNew = false;
            self ??= DotNetObjectReference.Create(this);
            module ??= await js.InvokeAsync<IJSObjectReference>("import", closed.Token, "/ui/tasks/wanted.js");
            opened = await module.InvokeAsync<IJSObjectReference>("open", closed.Token, dialog, self);
        }
    }

    /// <summary>The form was closed: by its button, by Esc, or because it was answered.</summary>
    [JSInvokable]
    public void Leave()
    {
        (sight, sentence) = (null, null);
        live?.Dispose();
        live = null;
        StateHasChanged();
    }

    public async ValueTask DisposeAsync()
    {
        desk.Asked -= Ask;
        live?.Dispose();
        self?.Dispose();
        await closed.CancelAsync();
        closed.Dispose();
    }

    private void Ask(Guid id) => _ = InvokeAsync(async () =>
    {
        if (sight is null && Workspace.Actor.MayWorkTasks && await actions.ShowAsync(Workspace.Slug, id, closed.Token) is { Ok: true, Value: var asked } && sight is null)
        {
            values.Clear();
            fields.Clear();
            (sight, isNew, busy, problems) = (asked, true, false, new Dictionary<string, string>());
            live = new LiveReading(feed, Workspace.Actor.Workspace, clock, InvokeAsync, ReadAsync, DispatchExceptionAsync);
            StateHasChanged();
        }
    });

    /// <summary>More cards of the same gesture may be refused meanwhile, or somebody else may have answered.</summary>
    private async Task ReadAsync()
    {
        if (sight is null || busy)
        {
            return;
        }

        var read = await actions.ShowAsync(Workspace.Slug, sight.Id, closed.Token);
        if (read.Ok && sight is not null)
        {
            sight = read.Value;
            StateHasChanged();
        }
        else if (read.Failure is Failure.NotFound)
        {
            await CloseAsync();
        }
    }

    private async Task SaveAsync()
    {
        busy = true;
        var form = new Dictionary<string, string?>();
        foreach (var property in sight!.Properties)
        {
            form[property] = await fields[property].ReadAsync();
        }

        var saved = await actions.AnswerAsync(Workspace.Slug, sight.Id, form, Viewer.Own());
        busy = false;
        if (saved.Ok)
        {
            await CloseAsync();
            return;
        }

        problems = (saved.Failure as Failure.Unfit)?.Fields ?? new Dictionary<string, string>();
        sentence = saved.Failure is Failure.Unfit ? null : saved.Failure.Sentence;
    }

    private async Task LetBeAsync()
    {
        busy = true;
        var let = await actions.LetBeAsync(Workspace.Slug, sight!);
        (busy, sentence) = (false, let.Failure?.Sentence);
        if (let.Ok)
        {
            await CloseAsync();
        }
    }

    /// <summary>The browser closes it, gives the focus back to where it was, and tells.</summary>
    private async Task CloseAsync()
    {
        if (opened is not null)
        {
            await opened.InvokeVoidAsync("close", closed.Token);
        }
    }
}
