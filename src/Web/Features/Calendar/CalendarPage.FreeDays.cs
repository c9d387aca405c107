using System.Globalization;
using System.Text.RegularExpressions;
using Dashboard.Application.Board.Moving;
using Dashboard.Application.People.Settings;

namespace Dashboard.Web.Features.Calendar;

/// <summary>A drop on a day without work: asked of once, after it was stored, and the answer is kept with the person.</summary>
public sealed partial class CalendarPage
{
    private FreeDayDrop? answered;
    private FreeDayQuestion? question;

    private FreeDayDrop OnFreeDay => answered ?? Viewer.Habits.OnFreeDay;

    /// <summary>Whoever said so before has nothing planned for a free day.</summary>
    private TaskMove OffFreeDays(TaskMove move) => OnFreeDay == FreeDayDrop.NextWorkDay ? ToWork(move) : move;

    private void AskOfFreeDays(IReadOnlyList<TaskMove> moves)
    {
        var free = moves.Where(move => ToWork(move) != move).ToList();
        question = OnFreeDay == FreeDayDrop.Ask && free.Count > 0 && DayIn(free[0].Zone) is { } day && work.Next(day) is { } next
            ? new FreeDayQuestion(day, next, work.WhyFree(day) ?? "", free)
            : null;
    }

    private async Task AnswerAsync(FreeDayDrop answer)
    {
        var asked = question;
        (question, answered) = (null, answer);
        await actions.KeepAsync(Slug, habits => habits with { OnFreeDay = answer }, closed.Token);
        if (answer == FreeDayDrop.NextWorkDay && asked is not null)
        {
            Guid? gesture = asked.Moves.Count > 1 ? Guid.NewGuid() : null;
            await hand.MoveAsync([.. asked.Moves.Select(move => ToWork(move) with { Operation = Guid.NewGuid(), FromZone = move.Zone, SeenDue = null, Gesture = gesture })]);
        }
    }

    private TaskMove ToWork(TaskMove move) => DayIn(move.Zone) is { } day && work.IsFree(day) && work.Next(day) is { } next
        ? move with { Zone = move.Zone.Replace(CalendarSight.Iso(day), CalendarSight.Iso(next), StringComparison.Ordinal) }
        : move;

    private static DateOnly? DayIn(string zone) =>
        DateOnly.TryParseExact(Day().Match(zone).Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex(@"\d{4}-\d\d-\d\d", RegexOptions.CultureInvariant)]
    private static partial Regex Day();
}

/// <summary>What stands on a day without work, and where else it could.</summary>
internal sealed record FreeDayQuestion(DateOnly Day, DateOnly Next, string Why, IReadOnlyList<TaskMove> Moves);
