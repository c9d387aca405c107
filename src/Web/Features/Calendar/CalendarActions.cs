using Dashboard.Application.Calendar;
using Dashboard.Application.Kernel;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Tasks.Planning;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Features.Calendar;

/// <summary>What a calendar reads, each time as the member the session says it is now.</summary>
public sealed class CalendarActions(CurrentMember member, ShowCalendar show, ShowWorkingDays days)
{
    public Task<Result<(CalendarView View, WorkingDays Work)>> ShowAsync(string slug, CalendarQuery query, Habits habits, TimeZoneInfo zone, CancellationToken ct) =>
        member.RunAsync<(CalendarView, WorkingDays)>(slug, async actor =>
        {
            var view = await show.RunAsync(actor, query, habits, zone, ct);
            return view.Ok ? (view.Value, await days.RunAsync(actor, habits, ct)) : view.Failure;
        }, ct);
}
