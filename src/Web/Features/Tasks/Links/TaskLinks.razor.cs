using System.Runtime.CompilerServices;
using Dashboard.Application.Changes;
using Dashboard.Application.Changes.Accepting;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Links;
using Dashboard.Application.Links.Pins;
using Dashboard.Application.Tasks;
using Dashboard.Web.Shell;
using Dashboard.Web.Shell.Addresses;
using Dashboard.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.Tasks.Links;

/// <summary>The records a task is associated with: found by name, taken away with a way back, and pinned on.</summary>
public sealed partial class TaskLinks(LinkActions links, HubSpotAddress hubSpot) : IDisposable
{
    /// <summary>Pins are looked up for so many records: a task has few.</summary>
    private const int MostPins = 30;

    private readonly Lifetime closed = new();
    private readonly Dictionary<(string ObjectType, long Id), PinOutcome> pins = [];
    private readonly Dictionary<string, FoundRecord> found = [];
    private IReadOnlyDictionary<(string ObjectType, long Id), IReadOnlyList<RemoteLabel>> labels = new Dictionary<(string, long), IReadOnlyList<RemoteLabel>>();
    private (string ObjectType, long Id)? labelling;
    private bool offersLabels;
    private TaskDetails? shown;
    private string? labelled;
    private LinkedRecord? asking;
    private TakenLink? offer;
    private string? sentence;
    private ElementReference title;

    [Parameter, EditorRequired]
    public TaskDetails Details { get; set; } = null!;

    [Parameter]
    public bool MayEdit { get; set; }

    /// <summary>Something was changed: the task has to be read again.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    [CascadingParameter]
    public WorkspaceView Workspace { get; set; } = null!;

    public void Dispose()
    {
        closed.Cancel();
        closed.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (ReferenceEquals(shown, Details))
        {
            return;
        }

        (asking, offer) = shown?.Task.Id == Details.Task.Id ? (asking, offer) : (null, null);
        shown = Details;
        foreach (var link in Details.Links.Take(MostPins))
        {
            var seen = await links.PreviewAsync(Workspace.Slug, Details.Task.Id, link.ObjectType, link.Id, closed.Token);
            if (seen.Ok)
            {
                pins[(link.ObjectType, link.Id)] = seen.Value;
            }
        }
    }

    /// <summary>Labels are HubSpot's to tell, so after the rest is shown.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        var settled = Details.Changes.Where(c => c.Kind == ChangeKind.Label).Select(c => $"{c.Id}/{c.State}").FirstOrDefault();
        var wanted = string.Join(';', Details.Links.Select(l => $"{l.ObjectType}/{l.Id}").Prepend($"{Details.Task.Id}/{settled}"));
        if (wanted == labelled || ProvisionalIds.Is(Details.Task.Id) || Details.Links.Count == 0)
        {
            return;
        }

        labelled = wanted;
        labels = await links.LabelsAsync(Workspace.Slug, Details.Task.Id, Details.Links.Select(l => l.ObjectType).Distinct(), closed.Token);
        StateHasChanged();
    }

    private static string NameOf(LinkedRecord link) => link.Name ?? $"#{link.Id}";

    private static (string ObjectType, long Id) KeyOf(LinkedRecord link) => (link.ObjectType, link.Id);

    private IReadOnlyList<RemoteLabel> LabelsOf(LinkedRecord link) => labels.GetValueOrDefault(KeyOf(link)) ?? [];

    private bool IsPinned(LinkedRecord link) => pins.GetValueOrDefault((link.ObjectType, link.Id))?.IsPinned == true;

    private async IAsyncEnumerable<ComboFinds> FindAsync(string text, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var askHubSpot in new[] { false, true })
        {
            var answer = await links.FindAsync(Workspace.Slug, text, askHubSpot, ct);
            yield return answer.Ok ? Offer(answer.Value, askHubSpot) : new ComboFinds([], answer.Failure.Sentence);
        }
    }

    private ComboFinds Offer(RecordFinds finds, bool isLast)
    {
        foreach (var record in finds.Records)
        {
            found[$"{record.ObjectType}/{record.Id}"] = record;
        }

        var there = Details.Links.Select(l => (l.ObjectType, l.Id)).ToHashSet();
        return new ComboFinds(
            [.. finds.Records.Where(r => !there.Contains((r.ObjectType, r.Id))).Select(r => new ComboOption($"{r.ObjectType}/{r.Id}", r.Name, r.Detail, RecordAddress.KindOf(r.ObjectType)))],
            finds.Trouble,
            isLast);
    }

    private async Task LinkAsync(ComboOption option)
    {
        var record = found[option.Key];
        (labelling, offersLabels) = ((record.ObjectType, record.Id), true);
        await SettleAsync(await links.LinkAsync(Workspace.Slug, Details.Task.Id, record), saved => saved.Change, $"Associated with {record.Name}");
    }

    private void OpenLabels(LinkedRecord link)
    {
        labelling = labelling == KeyOf(link) ? null : KeyOf(link);
        offersLabels = false;
    }

    private async Task LabelAsync(LinkedRecord link, LabelSwap swap)
    {
        labelling = null;
        var saved = await links.LabelAsync(Workspace.Slug, Details.Task.Id, link, swap);
        await SettleAsync(saved, s => s.Change, swap.After.Count == 0 ? $"{NameOf(link)} has no label now" : $"{NameOf(link)}: {string.Join(", ", swap.After.Select(l => l.Name))}");
        await title.FocusAsync(preventScroll: true);
    }

    private async Task UnlinkAsync(LinkedRecord link)
    {
        await SettleAsync(await links.UnlinkAsync(Workspace.Slug, Details.Task.Id, link), saved => saved.Change, $"{NameOf(link)} is no longer associated");
        await title.FocusAsync(preventScroll: true);
    }

    private async Task PinOrAskAsync(LinkedRecord link)
    {
        if (IsPinned(link))
        {
            await SettleAsync(await links.UnpinAsync(Workspace.Slug, link.ObjectType, link.Id), change => change, $"Unpinned from {NameOf(link)}");
        }
        else if (pins.GetValueOrDefault((link.ObjectType, link.Id))?.Replaces is not null)
        {
            asking = link;
        }
        else
        {
            await PinAsync(link);
        }
    }

    private async Task PinAsync(LinkedRecord link)
    {
        asking = null;
        var record = new FoundRecord(link.ObjectType, link.Id, NameOf(link), link.Detail);
        await SettleAsync(await links.PinAsync(Workspace.Slug, Details.Task.Id, record), pinned => pinned.Change, $"Pinned on {NameOf(link)}");
    }

    private async Task UndoAsync()
    {
        var back = offer!;
        offer = null;
        var undone = await links.UndoAsync(Workspace.Slug, back.Change);
        sentence = undone.Ok ? null : undone.Failure.Sentence;
        await Changed.InvokeAsync();
    }

    private async Task SettleAsync<T>(Result<T> result, Func<T, Guid?> changeOf, string text)
    {
        sentence = result.Ok ? null : result.Failure.Sentence;
        offer = result.Ok && changeOf(result.Value) is { } change ? new TakenLink(change, text) : null;
        await Changed.InvokeAsync();
    }

    private sealed record TakenLink(Guid Change, string Text);
}
