using Dashboard.Application.Board;
using Dashboard.Application.Kernel;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Workspaces;

namespace Dashboard.Application.Calendar;

/// <summary>Calendars as they were read a moment ago, kept beside the boards: a page load asks three times, and a signal makes every open calendar ask at once.</summary>
public sealed class KeptCalendars(ShowCalendar show, BoardCache cache)
{
    /// <param name="firstDrawing">A live page takes the place of the one drawn before it: both must show the same.</param>
    public async Task<Result<CalendarView>> RunAsync(Actor actor, CalendarQuery query, OwnTime own, bool firstDrawing, CancellationToken ct)
    {
        if (CalendarKey.Of(actor, query, own) is not { } key)
        {
            return await show.RunAsync(actor, query, own, ct);
        }

        var read = await cache.GetAsync(
            key, () => show.RunAsync(actor, query, own, CancellationToken.None), firstDrawing ? BoardCache.FirstDrawing : BoardCache.Longest, ct);

        // Who asked for themselves by name and who asked for "mine" share what was read, not how they asked.
        return read.Ok ? read.Value with { Query = query } : read;
    }
}

/// <summary>All that a calendar's content depends on beside the index and the moment. Whoever may ask the same sees the same.</summary>
public sealed record CalendarKey(WorkspaceId Workspace, CalendarQuery Query, Habits Habits, string Zone) : KeptKey<Result<CalendarView>>(Workspace)
{
    /// <returns>Null for calendars too much of one's own to be kept: narrowed by filters.</returns>
    public static CalendarKey? Of(Actor actor, CalendarQuery query, OwnTime own) => query.Filter.Narrows
        ? null
        : new CalendarKey(actor.Workspace, query with { Filter = BoardQuery.Default with { Owner = BoardScope.OwnerOf(actor, query.Filter) } }, own.Habits, own.Zone.Id);
}
