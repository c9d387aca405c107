using Dashboard.Application.Board.Columns;
using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Board.Moving;

/// <summary>What happened to a card between the lift and the drop: somebody had moved it out of the column the person took it from.</summary>
internal static class Meanwhile
{
    /// <summary>Who moved last is only said of a move that is as fresh as a drag.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(2);

    /// <summary>Null when the card stood where the person saw it, or already where it was dropped.</summary>
    /// <param name="meant">What the drop sets, by property.</param>
    public static (string Property, string? Value)? Of(TaskMove move, CrmTask task, PortalWords words, IReadOnlyDictionary<string, string?> meant)
    {
        if (move.SeenDue is { } seenDue && meant.TryGetValue(TaskProperty.Due, out var wanted))
        {
            var due = TaskProperty.Read(task, TaskProperty.Due);
            return task.Due == seenDue || due == wanted ? null : (TaskProperty.Due, due);
        }

        if (Property(move.FromZone) is not { } property || move.FromZone.EndsWith(':' + ColumnSpec.Other, StringComparison.Ordinal))
        {
            return null;
        }

        var (seen, now) = (Value(move.FromZone), TaskProperty.Read(task, property) ?? "");
        var isSame = now == seen || (Property(move.Zone) == property && move.Zone != move.FromZone && now == Value(move.Zone));
        // One column may hold everything that is closed.
        isSame |= property == TaskProperty.Status && words.Statuses.IsClosed(seen) && words.Statuses.IsClosed(now);
        return isSame ? null : (property, now);
    }

    /// <param name="to">Property and value somebody gave it.</param>
    /// <param name="now">Title of the column it is in now; null when it stays where they put it.</param>
    public static async Task<string> TellAsync(IDashboardDb db, long task, (string Property, string? Value) to, (PortalWords Words, DueBuckets Due) at, string? now, CancellationToken ct)
    {
        var since = at.Due.Now - Fresh;
        var last = await db.Changes.AsNoTracking()
            .Where(c => c.TaskId == task)
            .OrderByDescending(c => c.Sequence)
            .Select(c => new { c.PersonId, c.AcceptedAt, c.Fields })
            .FirstOrDefaultAsync(ct);
        var isTheirs = last is not null && last.AcceptedAt >= since
            && FieldChange.Read(last.Fields).TryGetValue(to.Property, out var field) && (field.After ?? "") == to.Value;
        var who = !isTheirs ? null : await db.Directory.People.AsNoTracking()
            .Where(p => p.Id == last!.PersonId)
            .Select(p => p.Name)
            .FirstOrDefaultAsync(ct);
        var moved = $"{who ?? "Somebody"} moved this card to {Title(to.Property, to.Value, at)} while you held it.";
        return now is null ? $"{moved} It stays there." : $"{moved} Your move takes it to {now}.";
    }

    /// <summary>A zone's words for a value, as the column is titled.</summary>
    public static string Title(string property, string? value, (PortalWords Words, DueBuckets Due) at) => property switch
    {
        TaskProperty.Owner => at.Words.OwnerName(long.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : null),
        TaskProperty.Status => at.Words.Statuses.Label(value),
        TaskProperty.Due => TaskProperty.Instant(value) is { } due ? DueWords.Planned(due, at.Due.Own.Clock) : "no date",
        _ => at.Words.Label(property, value),
    };

    private static string? Property(string zone) => zone.Split(':')[0] switch
    {
        "status" => TaskProperty.Status,
        "owner" => TaskProperty.Owner,
        "priority" => TaskProperty.Priority,
        "type" => TaskProperty.Type,
        _ => null,
    };

    private static string Value(string zone) => zone[(zone.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
