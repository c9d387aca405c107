using System.Globalization;
using Dashboard.Application.Kernel;
using Dashboard.Application.People.Settings;

namespace Dashboard.Application.Tasks.Editing;

/// <summary>Reads the fields of a form into HubSpot's texts, or says beside each field why it cannot be taken.</summary>
/// <param name="task">The task as it is, whose odd values may stay; null for a new one.</param>
internal sealed class FieldChecks(PortalChoices choices, OwnTime own, DateTimeOffset now, CrmTask? task, TaskNotes? notes)
{
    /// <summary>HubSpot's limit of a text.</summary>
    public const int LongestText = 65_536;

    private const int MostReminders = 10;
    private const int MostQueues = 50;

    private readonly Dictionary<string, string> sentences = [];

    /// <summary>Properties the index does not keep that may be set all the same, as plain texts.</summary>
    public IReadOnlyCollection<string> Others { get; init; } = [];

    public Result<IReadOnlyDictionary<string, string?>> Read(IReadOnlyDictionary<string, string?> form)
    {
        var values = new Dictionary<string, string?>();
        foreach (var (property, raw) in form)
        {
            // Reminders are judged by the due date, so after it.
            if (property != TaskProperty.Reminders)
            {
                values[property] = Value(property, raw ?? "");
            }
        }

        var due = values.TryGetValue(TaskProperty.Due, out var wanted) ? TaskProperty.Instant(wanted) : task?.Due;
        if (form.TryGetValue(TaskProperty.Reminders, out var reminders))
        {
            values[TaskProperty.Reminders] = Reminders(reminders ?? "", due);
        }

        return sentences.Count > 0 ? new Failure.Unfit(sentences) : values;
    }

    private string? Value(string property, string raw) => property switch
    {
        TaskProperty.Subject => Subject(raw),
        TaskProperty.Body => Notes(raw),
        TaskProperty.Status or TaskProperty.Priority or TaskProperty.Type => Option(property, raw),
        TaskProperty.Owner => OwnerId(raw),
        TaskProperty.Due => Due(raw.Trim()),
        TaskProperty.Queues => Queues(raw),
        _ when Others.Contains(property) => raw.Length <= LongestText ? raw.Trim() : Refuse(property, TooLong("A field", raw.Length)),
        _ => Refuse(property, "This field cannot be changed here."),
    };

    private string? Refuse(string property, string sentence)
    {
        sentences.TryAdd(property, sentence);
        return null;
    }

    private string? Subject(string raw)
    {
        var subject = raw.ReplaceLineEndings(" ").Trim();
        return subject.Length == 0 ? Refuse(TaskProperty.Subject, "Give the task a title.")
            : subject.Length > LongestText ? Refuse(TaskProperty.Subject, TooLong("A title", subject.Length))
            : subject;
    }

    private string? Notes(string raw)
    {
        if (raw.Length > LongestText)
        {
            return Refuse(TaskProperty.Body, TooLong("Notes", raw.Length));
        }

        var merged = NotesMerge.Apply(notes?.Html, raw);
        return merged is null or { Length: <= LongestText } ? merged : Refuse(TaskProperty.Body, TooLong("Notes", merged.Length));
    }

    private static string TooLong(string what, int length) =>
        string.Create(CultureInfo.InvariantCulture, $"{what} can have {LongestText:N0} characters in HubSpot; this has {length:N0}.");

    private string? Option(string property, string raw)
    {
        if (raw.Length == 0)
        {
            return property == TaskProperty.Status ? Refuse(property, "Pick a status.") : null;
        }

        return choices.Of(property, task is null ? null : TaskProperty.Read(task, property)).Any(c => c.Value == raw)
            ? raw
            : Refuse(property, $"HubSpot does not offer \"{Short(raw)}\" here. Pick one of the list.");
    }

    private string? OwnerId(string raw)
    {
        if (raw.Length == 0 || (task?.OwnerId is { } same && raw == TaskProperty.Text(same)))
        {
            return raw.Length == 0 ? null : raw;
        }

        var known = long.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? choices.Owners.FirstOrDefault(o => o.Id == id) : null;
        return known is null ? Refuse(TaskProperty.Owner, "HubSpot has no such owner. Pick one of the list.")
            : known.IsArchived ? Refuse(TaskProperty.Owner, $"{known.Name} is no longer active in HubSpot. Pick somebody else.")
            : raw;
    }

    private string? Due(string raw)
    {
        if (raw.Length == 0)
        {
            return task is null ? Refuse(TaskProperty.Due, "HubSpot tasks need a due date.") : null;
        }

        var time = task?.Due is { } old ? LocalTime.Time(old, own.Zone) : own.EndOfWork;
        return LocalTime.Read(raw, own.Zone, time) is not { } due ? Refuse(TaskProperty.Due, $"\"{Short(raw)}\" is no date that HubSpot can hold.")
            : LocalTime.IsFar(due.Year) ? Refuse(TaskProperty.Due, "Pick a due date between 1971 and 2199.")
            : TaskProperty.Text(due);
    }

    private string? Reminders(string raw, DateTimeOffset? due)
    {
        var parts = raw.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var times = parts.Select(p => LocalTime.Read(p, own.Zone, new TimeOnly(9, 0))).ToList();
        var bad = times.FindIndex(t => t is null || LocalTime.IsFar(t.Value.Year));
        if (raw == (notes?.Reminders ?? "") && sentences.Count == 0 && !IsLate(times, due))
        {
            return raw.Length == 0 ? null : raw;
        }

        return parts.Length > MostReminders ? Refuse(TaskProperty.Reminders, $"A task can have {MostReminders} reminders.")
            : bad >= 0 ? Refuse(TaskProperty.Reminders, $"\"{Short(parts[bad])}\" is no time for a reminder.")
            : parts.Length > 0 && due is null ? Refuse(TaskProperty.Reminders, "A reminder needs a due date.")
            : IsLate(times, due) ? Refuse(TaskProperty.Reminders, "A reminder must come before the task is due.")
            : parts.Length == 0 ? null
            : string.Join(';', times.Select(t => t!.Value.ToUnixTimeMilliseconds()).Distinct().Order().Select(t => TaskProperty.Text(t)));
    }

    /// <summary>Reminders that already rang may lie anywhere.</summary>
    private bool IsLate(IEnumerable<DateTimeOffset?> times, DateTimeOffset? due) => times.Any(t => t > due && t > now);

    private string? Queues(string raw)
    {
        var ids = raw.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().ToList();
        return ids.Exists(id => !long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number <= 0)
            ? Refuse(TaskProperty.Queues, "A queue is named by its number in HubSpot.")
            : ids.Count > MostQueues ? Refuse(TaskProperty.Queues, $"A task can stand in {MostQueues} queues.")
            : ids.Count == 0 ? null : string.Join(';', ids);
    }

    private static string Short(string text) => text.Length > 40 ? text[..40] + "…" : text;
}
