using System.Globalization;
using Dashboard.Application.Board;
using Dashboard.Web.Shell.Addresses;
using Dashboard.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace Dashboard.Web.Shell.Filters;

/// <summary>The one row above any look at tasks: title, true count, saved views, search and filters. Each choice is another address.</summary>
public sealed partial class FilterToolbar
{
    private string? text;
    private string? asked;

    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>Counts in words.</summary>
    [Parameter]
    public string Shown { get; set; } = "";

    /// <summary>Last part of the page's path, which its views go by.</summary>
    [Parameter, EditorRequired]
    public string Layout { get; set; } = "";

    [Parameter, EditorRequired]
    public BoardQuery Query { get; set; } = null!;

    [Parameter, EditorRequired]
    public PortalWords Words { get; set; } = null!;

    [Parameter, EditorRequired]
    public WorkspaceView Workspace { get; set; } = null!;

    /// <summary>False where the page itself is about when: then nothing else picks by time.</summary>
    [Parameter]
    public bool HasWhen { get; set; } = true;

    /// <summary>Pickers of this page alone.</summary>
    [Parameter]
    public RenderFragment? Pickers { get; set; }

    /// <summary>What can be done with all that is shown.</summary>
    [Parameter]
    public RenderFragment? Tools { get; set; }

    private static PickerOption[] Windows => [new("Today", "Today"), new("SevenDays", "7 days"), new("All", "All")];

    private static PickerOption[] Dues => [new("", "Any"), .. Enum.GetValues<DueBucket>().Select(b => new PickerOption(b.ToString(), BoardWords.NameOf(b)))];

    private PickerOption[] Types => [new("", "Any"), .. Words.Types.Select(o => new PickerOption(o.Value, o.Label))];

    private PickerOption[] Priorities => [new("", "Any"), .. Words.Priorities.Select(o => new PickerOption(o.Value, o.Label))];

    private PickerOption[] Owners =>
    [
        new("me", Workspace.Actor.OwnerId is null ? "Me (not an owner in HubSpot)" : "Me"),
        new("all", "Everyone"),
        .. Words.Owners.Select(o => new PickerOption(o.Id.ToString(CultureInfo.InvariantCulture), o.IsArchived ? $"{o.Name} (inactive)" : o.Name)),
        new("none", "Nobody"),
    ];

    private IReadOnlyList<BoardFilter> Filters => BoardFilters.In(Query, Words);

    private string Owner => BoardAddress.Owner(Query.Owner) ?? "me";

    /// <summary>News draw the page again: what is being typed stays until the address asks for other words.</summary>
    protected override void OnParametersSet()
    {
        if (Query.Text != asked)
        {
            text = asked = Query.Text;
        }
    }

    private static string First(IReadOnlyList<string> values) => values.Count == 0 ? "" : values[0];

    private static string[] List(string value) => value.Length == 0 ? [] : [value];

    /// <summary>Board and calendar colour their cards alike; a list has none.</summary>
    private string Other(string layout)
    {
        var address = BoardAddress.Write(Workspace.Path(layout), Query);
        return layout != "list" && PageAddress.One(Navigation.Uri, "colour") is { } colour ? QueryHelpers.AddQueryString(address, "colour", colour) : address;
    }

    private void Search()
    {
        var wanted = string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        if (wanted != Query.Text)
        {
            Go(Query with { Text = wanted });
        }
    }

    private void Go(BoardQuery next) => Navigation.NavigateTo(BoardAddress.With(Navigation.Uri, next));
}
