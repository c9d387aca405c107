using System.Globalization;
using Dashboard.Application.Calendar;
using Dashboard.Application.Calendar.Load;
using Dashboard.Application.People.Settings;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.Calendar;

/// <summary>One day of a month, the part of a day without hours, a person's day, a day of an agenda: a place that takes cards and orders them by the clock.</summary>
public sealed partial class DayCell
{
    private CalendarCell? drawn;
    private (long Minute, long? Open, string Address, bool Opened, string Classes, LoadMeasure LoadBy, DayLoad? Load, string Colours) drawnAs;

    [Parameter, EditorRequired]
    public string Zone { get; set; } = "";

    [Parameter, EditorRequired]
    public DateOnly Day { get; set; }

    [Parameter, EditorRequired]
    public CalendarSight Sight { get; set; } = null!;

    /// <summary>How its cards look: <c>chip</c> or nothing for whole cards.</summary>
    [Parameter]
    public string Look { get; set; } = "chip";

    [Parameter]
    public bool HasHead { get; set; } = true;

    /// <summary>Where in the grid, for the side a list opens to.</summary>
    [Parameter]
    public string Corner { get; set; } = "";

    /// <summary>What the place is called; the day where nothing else is said.</summary>
    [Parameter]
    public string? Name { get; set; }

    /// <summary>Why nothing can be dropped here.</summary>
    [Parameter]
    public string? NoDrop { get; set; }

    private CalendarCell Cell => Sight.CellOf(Zone, Day);

    private string Title => Name ?? Sight.Short(Day);

    private bool IsOpened => Sight.View.Query.Opened == Zone;

    private string Number => Day.Day == 1 ? Day.ToString("d MMM", CultureInfo.InvariantCulture) : Day.Day.ToString(CultureInfo.InvariantCulture);

    private bool IsOutside => Sight.View.Query.Layout == CalendarLayout.Month && Day.Month != Sight.View.Query.Date.Month;

    private string Classes =>
        $"{Corner}{(Day == Sight.Today ? " today" : "")}{(Day < Sight.Today ? " past" : "")}{(Sight.IsFree(Day) ? " free" : "")}{(IsOutside ? " outside" : "")}";

    private string? WhyFree => Sight.Work.WhyFree(Day);

    private string Spoken => $"{Name ?? CalendarSight.Long(Day)}, {(Cell.Count == 1 ? "1 task" : $"{Cell.Count} tasks")}{(Cell.Ghosts.Count > 0 ? $", {Coming}" : "")}";

    private string Coming => Cell.Ghosts.Count == 1 ? "1 repeat to come" : $"{Cell.Ghosts.Count} repeats to come";

    protected override bool ShouldRender() => drawn != Cell || drawnAs != As();

    protected override void OnAfterRender(bool firstRender) => (drawn, drawnAs) = (Cell, As());

    private (long Minute, long? Open, string Address, bool Opened, string Classes, LoadMeasure LoadBy, DayLoad? Load, string Colours) As() =>
        (Sight.Minute, Sight.OpenTask, Sight.BeforeTask, IsOpened, Classes, Sight.Habits.LoadBy, HasHead ? Sight.LoadOf(Day) : null, Sight.Colours.Key);

    private Task ToggleAsync() => Sight.Open(IsOpened ? "" : Zone);
}
