using Dashboard.Application.Board;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Shell.Filters;

/// <summary>The filters in effect, each with its value and a way out of it.</summary>
public sealed partial class BoardChips
{
    private readonly Dictionary<(string Name, string Key), ElementReference> removals = [];
    private int? focusDue;
    private string? said;

    [Parameter, EditorRequired]
    public IReadOnlyList<BoardFilter> Filters { get; set; } = [];

    /// <summary>The board without any of them.</summary>
    [Parameter, EditorRequired]
    public BoardQuery Cleared { get; set; } = null!;

    [Parameter, EditorRequired]
    public EventCallback<BoardQuery> Changed { get; set; }

    /// <summary>The button that was pressed is gone: its neighbour is the next one to press.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (focusDue is { } at && Filters.Count > 0)
        {
            focusDue = null;
            var next = Filters[Math.Min(at, Filters.Count - 1)];
            await removals[(next.Name, next.Key)].FocusAsync();
        }
    }

    private Task Remove(int at)
    {
        (said, focusDue) = ($"Removed: {Filters[at].Spoken}", at);
        return Changed.InvokeAsync(Filters[at].Without);
    }

    private Task Clear()
    {
        (said, focusDue) = ("All filters removed", null);
        return Changed.InvokeAsync(Cleared);
    }
}
