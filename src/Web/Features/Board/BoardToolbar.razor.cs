using System.Globalization;
using Dashboard.Application.Board;
using Dashboard.Application.Tasks;
using Dashboard.Application.Workspaces;
using Dashboard.Web.Shell;
using Dashboard.Web.Shell.Addresses;
using Dashboard.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.Board;

/// <summary>Title, true counts, search, grouping and filters: each choice is another address.</summary>
public sealed partial class BoardToolbar
{
    private string? text;

    [Parameter, EditorRequired]
    public BoardView View { get; set; } = null!;

    [Parameter, EditorRequired]
    public BoardQuery Query { get; set; } = null!;

    [Parameter, EditorRequired]
    public Actor Actor { get; set; } = null!;

    [Parameter, EditorRequired]
    public string Path { get; set; } = "";

    [Parameter, EditorRequired]
    public string FocusPath { get; set; } = "";

    private static PickerOption[] Groups =>
        [new("Status", "Status"), new("Due", "Due date"), new("Owner", "Owner"), new("Priority", "Priority"), new("Type", "Type")];

    private static PickerOption[] Windows =>
        [new("Today", "Today"), new("SevenDays", "7 days"), new("All", "All")];

    private static PickerOption[] Dues =>
        [new("", "Any time"), .. Enum.GetValues<DueBucket>().Select(b => new PickerOption(b.ToString(), BoardWords.NameOf(b)))];

    private PickerOption[] Types => [new("", "Any"), .. View.Words.Types.Select(o => new PickerOption(o.Value, o.Label))];

    private PickerOption[] Priorities => [new("", "Any"), .. View.Words.Priorities.Select(o => new PickerOption(o.Value, o.Label))];

    private PickerOption[] Owners =>
    [
        new("me", Actor.OwnerId is null ? "Me (not an owner in HubSpot)" : "Me"),
        new("all", "Everyone"),
        .. View.Words.Owners.Select(o => new PickerOption(o.Id.ToString(CultureInfo.InvariantCulture), o.IsArchived ? $"{o.Name} (inactive)" : o.Name)),
        new("none", "Nobody"),
    ];

    private IReadOnlyList<BoardFilter> Filters => BoardFilters.In(Query, View.Words);

    private string Owner => BoardAddress.Owner(Query.Owner) ?? "me";

    private string Shown
    {
        get
        {
            var shown = View.Total - View.NotShown;
            return View.NotShown == 0
                ? string.Create(CultureInfo.InvariantCulture, $"{shown:N0} tasks")
                : string.Create(CultureInfo.InvariantCulture, $"{shown:N0} of {View.Total:N0} tasks");
        }
    }

    protected override void OnParametersSet() => text = Query.Text;

    private static string First(IReadOnlyList<string> values) => values.Count == 0 ? "" : values[0];

    private static string[] List(string value) => value.Length == 0 ? [] : [value];

    private void Search()
    {
        var wanted = string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        if (wanted != Query.Text)
        {
            Go(Query with { Text = wanted });
        }
    }

    private void Go(BoardQuery next) => Navigation.NavigateTo(BoardAddress.Write(Path, next, OpenTask.In(Navigation.Uri)));
}
