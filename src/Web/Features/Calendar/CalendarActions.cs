using Dashboard.Application.Calendar;
using Dashboard.Application.Kernel;
using Dashboard.Application.People.Settings;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Features.Calendar;

/// <summary>What a calendar reads, each time as the member the session says it is now.</summary>
public sealed class CalendarActions(CurrentMember member, ShowCalendar show)
{
    public Task<Result<CalendarView>> ShowAsync(string slug, CalendarQuery query, Habits habits, TimeZoneInfo zone, CancellationToken ct) =>
        member.RunAsync(slug, actor => show.RunAsync(actor, query, habits, zone, ct), ct);
}
