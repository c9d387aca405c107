using Dashboard.Application.Changes.Accepting;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Web.Shell;
using Dashboard.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.Tasks.Links;

/// <summary>The labels a portal offers for one association of a task; several may be on.</summary>
public sealed partial class LinkLabels(LinkActions links) : IDisposable
{
    private readonly Lifetime closed = new();
    private List<RemoteLabel> on = [];
    private IReadOnlyList<RemoteLabel> seen = [];
    private bool touched;
    private IReadOnlyList<RemoteLabel>? offered;
    private Failure? failure;

    [Parameter, EditorRequired]
    public string ObjectType { get; set; } = "";

    [Parameter, EditorRequired]
    public long RecordId { get; set; }

    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    [Parameter, EditorRequired]
    public IReadOnlyList<RemoteLabel> Present { get; set; } = [];

    /// <summary>Shown unasked after adding a record: then it says nothing where there is nothing to choose.</summary>
    [Parameter]
    public bool IsOffer { get; set; }

    [Parameter]
    public EventCallback<LabelSwap> Chosen { get; set; }

    [Parameter]
    public EventCallback Closed { get; set; }

    [CascadingParameter]
    public WorkspaceView Workspace { get; set; } = null!;

    private string Key => $"{ObjectType}:{RecordId}";

    private string Sentence => failure?.Sentence ?? (offered is null ? "Asking HubSpot for the labels…" : "This portal has no labels for such associations. An admin can add some in HubSpot's settings.");

    public void Dispose()
    {
        closed.Cancel();
        closed.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        var read = await links.OfferedAsync(Workspace.Slug, ObjectType, closed.Token);
        failure = read.Ok ? null : read.Failure;
        offered = read.Ok ? [.. read.Value.Where(l => !string.IsNullOrEmpty(l.Name))] : null;
    }

    /// <summary>What is there may become known only after this was opened.</summary>
    protected override void OnParametersSet()
    {
        if (!touched)
        {
            (seen, on) = (Present, [.. Present]);
        }
    }

    private bool Has(RemoteLabel label) => on.Exists(l => (l.Category, l.TypeId) == (label.Category, label.TypeId));

    private void Toggle(RemoteLabel label)
    {
        touched = true;
        if (on.RemoveAll(l => (l.Category, l.TypeId) == (label.Category, label.TypeId)) == 0)
        {
            on.Add(label);
        }
    }

    /// <summary>Never greyed out: Enter right after Space must not be lost on its way.</summary>
    private Task SaveAsync() => new LabelSwap(seen, [.. on]) is var swap && swap.Added.Count + swap.Removed.Count > 0 ? Chosen.InvokeAsync(swap) : Closed.InvokeAsync();
}
