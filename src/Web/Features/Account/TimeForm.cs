using System.Globalization;
using Dashboard.Application.People.Settings;

namespace Dashboard.Web.Features.Account;

/// <summary>Settings of time while somebody changes them.</summary>
public sealed class TimeForm(KeptSettings kept)
{
    private Habits habits = kept.Habits;

    /// <summary>Offered beside the browser's own; stays offered when the other is chosen.</summary>
    public string? Zone { get; private set; } = kept.TimeZone;

    public bool FollowsBrowser { get; set; } = kept.TimeZone is null;

    public DayOfWeek WeekStart { get => habits.WeekStart; set => habits = habits with { WeekStart = value }; }

    public bool Uses12Hours { get => habits.Uses12Hours; set => habits = habits with { Uses12Hours = value }; }

    public bool HidesFreeDays { get => habits.HidesFreeDays; set => habits = habits with { HidesFreeDays = value }; }

    public FreeDayDrop OnFreeDay { get => habits.OnFreeDay; set => habits = habits with { OnFreeDay = value }; }

    public LoadMeasure LoadBy { get => habits.LoadBy; set => habits = habits with { LoadBy = value }; }

    /// <summary>In the order of <see cref="TaskMinutes.All"/>; a field that was emptied holds 0.</summary>
    public int[] Minutes { get; } = [.. kept.Habits.Minutes.All];

    /// <summary><c>HH:mm</c>, as a field of the browser holds it.</summary>
    public string From => Text(habits.WorkFrom);

    public string To => Text(habits.WorkTo);

    /// <summary>The days of the week, beginning with the first column.</summary>
    public IEnumerable<DayOfWeek> Week => Enumerable.Range(0, 7).Select(n => (DayOfWeek)(((int)habits.WeekStart + n) % 7));

    public KeptSettings Kept => new(FollowsBrowser ? null : Zone, habits with { Minutes = TaskMinutes.From(Minutes)! });

    public bool WorksOn(DayOfWeek day) => habits.WorksOn(day);

    public void Toggle(DayOfWeek day) => habits = habits with { Days = habits.Days ^ (WorkDays)(1 << (int)day) };

    public void Choose(string zone) => (Zone, FollowsBrowser) = (zone, false);

    /// <summary>A field that was emptied keeps the time it had.</summary>
    public void SetFrom(object? text) => habits = habits with { WorkFrom = Time(text) ?? habits.WorkFrom };

    public void SetTo(object? text) => habits = habits with { WorkTo = Time(text) ?? habits.WorkTo };

    private static string Text(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static TimeOnly? Time(object? text) => TimeOnly.TryParse(text as string, CultureInfo.InvariantCulture, out var time) ? time : null;
}
