using Dashboard.Application.Board.Moving;
using Dashboard.Application.Calendar.Load;

namespace Dashboard.Web.Features.Calendar;

/// <summary>Overdue tasks dealt out over the next working days.</summary>
public sealed partial class CalendarPage
{
    private bool spreads;
    private int spreadDays = 5;
    private Spread? proposal;
    private string? whyNoSpread;

    private Task BeginSpreadAsync()
    {
        spreads = true;
        return ProposeAsync(spreadDays);
    }

    private async Task ProposeAsync(int days)
    {
        spreadDays = Math.Clamp(days, 1, ProposeSpread.MostDays);
        var proposed = await actions.ProposeAsync(Slug, query!.Filter, spreadDays, work, Viewer.Zone(), closed.Token);
        proposal = proposed.Ok ? proposed.Value : null;
        whyNoSpread = proposed.Ok ? null : proposed.Failure.Sentence;
    }

    private async Task AcceptAsync(IReadOnlyList<SpreadTask> tasks)
    {
        (spreads, proposal) = (false, null);
        Guid? gesture = tasks.Count > 1 ? Guid.NewGuid() : null;
        await hand.MoveAsync([.. tasks.Select(task =>
            new TaskMove(Guid.NewGuid(), task.Id, "tray:overdue", $"day:{CalendarSight.Iso(task.Day)}") { SeenDue = task.Due, Gesture = gesture })]);
    }
}
