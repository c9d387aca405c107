using System.Globalization;
using System.Text;
using Dashboard.Application.Calendar;
using Dashboard.Application.Tasks.Planning;
using Dashboard.Web.Shell.Addresses;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.Calendar;

/// <summary>The hours of one day. Cards stand at their time; those that would cover each other stand side by side.</summary>
public sealed partial class DayColumn
{
    private const int SlotMinutes = 15;

    private CalendarCell? drawn;
    private (long Minute, long? Open, string Address, DateOnly Day, string Colours) drawnAs;
    private IReadOnlyList<(PlannedCard Card, int Of, int At)> places = [];
    private IReadOnlyList<(Ghost Ghost, int Of, int At)> ghosts = [];

    /// <summary>The quarters of the day as one piece of markup, made once: hundreds of parts that never change are not worth a diff.</summary>
    private MarkupString slots;
    private (DateOnly Day, bool IsFree, TimeOnly From, TimeOnly To)? slotted;

    [Parameter, EditorRequired]
    public DateOnly Day { get; set; }

    [Parameter, EditorRequired]
    public CalendarSight Sight { get; set; } = null!;

    private string Zone => $"times:{CalendarSight.Iso(Day)}";

    private CalendarCell Cell => Sight.CellOf(Zone, Day);

    private TimeOnly Now => PlannedTime.Of(Sight.View.Due.Now, Sight.View.Due.Zone).Time;

    private string Classes => $"{(Day == Sight.Today ? "today" : "")}{(Sight.IsFree(Day) ? " free" : "")}";

    private string Spoken => $"{CalendarSight.Long(Day)}, {(Cell.Count == 1 ? "1 task" : $"{Cell.Count} tasks")} with a time";

    /// <summary>The rest of a full day: a week leads to the day, the day to its list.</summary>
    private string MoreAddress => Sight.View.Query.Layout == CalendarLayout.Day
        ? CalendarAddress.WithLayout(CalendarAddress.WithDate(Sight.Address, Day), CalendarLayout.Agenda)
        : CalendarAddress.WithDay(Sight.Address, Day);

    protected override void OnParametersSet()
    {
        if (drawn == Cell && drawnAs == As())
        {
            return;
        }

        Place();
        var day = (Day, Sight.IsFree(Day), Sight.Habits.WorkFrom, Sight.Habits.WorkTo);
        if (slotted != day)
        {
            (slotted, slots) = (day, SlotsOf(day));
        }
    }

    protected override bool ShouldRender() => drawn != Cell || drawnAs != As();

    protected override void OnAfterRender(bool firstRender) => (drawn, drawnAs) = (Cell, As());

    /// <summary>What comes shares the width with what is there: neither covers the other.</summary>
    private void Place()
    {
        var all = Cell.Cards.Select(card => (Card: (PlannedCard?)card, Ghost: (Ghost?)null, card.At.Time)).Concat(Cell.Ghosts.Select(ghost => (Card: (PlannedCard?)null, Ghost: (Ghost?)ghost, ghost.At.Time)));
        var placed = SideBySide.Of([.. all.OrderBy(one => one.Time)], one => one.Time);
        places = [.. placed.Where(one => one.Card.Card is not null).Select(one => (one.Card.Card!, one.Of, one.At))];
        ghosts = [.. placed.Where(one => one.Card.Ghost is not null).Select(one => (one.Card.Ghost!, one.Of, one.At))];
    }

    private static MarkupString SlotsOf((DateOnly Day, bool IsFree, TimeOnly From, TimeOnly To) of)
    {
        var (date, text) = (CalendarSight.Iso(of.Day), new StringBuilder());
        for (var minute = 0; minute < 1440; minute += SlotMinutes)
        {
            var time = new TimeOnly(minute / 60, minute % 60);
            var looks = $"slot{(minute % 60 == 0 ? " full" : "")}{(!of.IsFree && time >= of.From && time < of.To ? " work" : "")}";
            text.Append(CultureInfo.InvariantCulture, $"<div class=\"{looks}\" data-slot data-zone=\"slot:{date}T{time:HH:mm}\"></div>");
        }

        return new MarkupString(text.ToString());
    }

    private (long Minute, long? Open, string Address, DateOnly Day, string Colours) As() => (Sight.Minute, Sight.OpenTask, Sight.BeforeTask, Sight.Today, Sight.Colours.Key);
}
