using Dashboard.Application.Board;
using Dashboard.Application.Calendar;
using Dashboard.Application.Calendar.Load;
using Dashboard.Application.Kernel;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Tasks.Planning;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Features.Calendar;

/// <summary>What a calendar reads, each time as the member the session says it is now.</summary>
public sealed class CalendarActions(CurrentMember member, KeptCalendars show, ShowWorkingDays days, ShowSettings settings, SaveSettings save, ProposeSpread propose, AcceptSpread accept)
{
    public Task<Result<(CalendarView View, WorkingDays Work)>> ShowAsync(string slug, CalendarQuery query, OwnTime own, bool firstDrawing, CancellationToken ct) =>
        member.RunAsync<(CalendarView, WorkingDays)>(slug, async actor =>
        {
            var view = await show.RunAsync(actor, query, own, firstDrawing, ct);
            return view.Ok ? (view.Value, await days.RunAsync(actor, own.Habits, ct)) : view.Failure;
        }, ct);

    public Task<Result<Spread>> ProposeAsync(string slug, BoardQuery filter, IReadOnlyList<long> chosen, int days, WorkingDays work, OwnTime own, CancellationToken ct) =>
        member.RunAsync(slug, actor => propose.RunAsync(actor, filter, chosen, days, work, own, ct), ct);

    /// <summary>What was accepted is stored, even when the page that told it is being left.</summary>
    public Task<Result<SpreadAccepted>> AcceptAsync(string slug, Guid gesture, IReadOnlyList<SpreadTask> tasks, OwnTime own) =>
        member.RunAsync(slug, actor => accept.RunAsync(actor, gesture, tasks, own, CancellationToken.None), CancellationToken.None);

    /// <summary>Keeps what somebody chose on the page, with the person.</summary>
    public Task<Result<Done>> KeepAsync(string slug, Func<Habits, Habits> chosen, CancellationToken ct) => member.RunAsync(slug, async actor =>
    {
        var kept = await settings.RunAsync(actor.PersonId, ct);
        return await save.RunAsync(actor.PersonId, kept with { Habits = chosen(kept.Habits) }, ct);
    }, ct);
}
