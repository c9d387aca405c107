using System.Globalization;
using Dashboard.Application.Calendar;
using Dashboard.Application.Calendar.Load;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Tasks.Planning;
using Dashboard.Web.Cards;
using Dashboard.Web.Cards.Colours;
using Dashboard.Web.Shell;
using Dashboard.Web.Shell.Addresses;

namespace Dashboard.Web.Features.Calendar;

/// <summary>What all parts of a calendar share at one moment.</summary>
/// <param name="Address">The page's own address.</param>
/// <param name="BeforeTask">What to put an id behind for the page with that task beside it.</param>
/// <param name="OpenTask">The task shown beside the calendar.</param>
/// <param name="Open">Lists all of one place, or of none.</param>
public sealed record CalendarSight(
    CalendarView View, WorkspaceView Workspace, CardHand Hand, ClockFace Clock, Habits Habits, WorkingDays Work, string Address, string BeforeTask, long? OpenTask, Func<string, Task> Open)
{
    private static readonly CultureInfo Words = CultureInfo.InvariantCulture;

    /// <summary>What edges of cards are coloured by.</summary>
    public CardColours Colours { get; init; } = CardColours.None;

    public bool MayMove => Workspace.Actor.MayWorkTasks;

    /// <summary>Words such as "overdue" follow the clock, in whole minutes; anything else is in the cells themselves.</summary>
    public long Minute => View.Due.Now.ToUnixTimeSeconds() / 60;

    public DateOnly Today => View.Due.Today;

    public CalendarCell CellOf(string zone, DateOnly day) => View.Cells.TryGetValue(zone, out var cell) ? cell : new CalendarCell(zone, day, 0, 0, []);

    public DayLoad? LoadOf(DateOnly day) => View.Loads.GetValueOrDefault(day);

    public string AddressOf(long task) => BeforeTask + task.ToString(Words);

    /// <summary>The form of a new task that begins in that place.</summary>
    public string AddAddress(string zone) => Beside.WithNew(Address, zone);

    /// <summary>The person's zone by the name that browsers know.</summary>
    public string Here => !View.Due.Zone.HasIanaId && TimeZoneInfo.TryConvertWindowsIdToIanaId(View.Due.Zone.Id, out var known) ? known : View.Due.Zone.Id;

    /// <summary>When customers are called, in minutes of their day.</summary>
    public static string TheirHours { get; } = string.Create(Words, $"{Customer.From.ToTimeSpan().TotalMinutes}-{Customer.To.ToTimeSpan().TotalMinutes}");

    public string TimeOf(TimeOnly time) => Clock.Time(time);

    public bool IsFree(DateOnly day) => Work.IsFree(day);

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", Words);

    /// <summary>"Tue 24 Nov", the year where it is not this one.</summary>
    public string Short(DateOnly day) => day.ToString(day.Year == Today.Year ? "ddd d MMM" : "ddd d MMM yyyy", Words);

    public static string Long(DateOnly day) => day.ToString("dddd d MMMM yyyy", Words);
}
