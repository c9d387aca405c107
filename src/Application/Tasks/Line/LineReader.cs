using System.Text.RegularExpressions;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Records;
using Dashboard.Application.Tasks.Editing;

namespace Dashboard.Application.Tasks.Line;

/// <summary>Takes a line apart, word by word.</summary>
internal sealed partial class LineReader(DateTimeOffset now, OwnTime own, PortalChoices choices, long? me)
{
    private readonly LineDates dates = new(now, own);
    private readonly Dictionary<string, string?> values = [];
    private readonly List<string> records = [];
    private readonly List<string> title = [];
    private readonly List<LinePart> parts = [];
    private readonly List<string> due = [];
    private DateOnly? day;
    private TimeOnly? time;

    public TaskLine Read(string line)
    {
        var words = Words().Matches(line).Select(m => m.Value).ToList();
        for (var at = 0; at < words.Count;)
        {
            at += Take(words, at);
        }

        if (due.Count > 0)
        {
            var instant = dates.Instant(day, time);
            values[TaskProperty.Due] = TaskProperty.Text(instant);
            parts.Add(new LinePart(LinePartKind.Due, string.Join(' ', due), DueWords.Exact(instant, own.Clock)));
        }

        values[TaskProperty.Subject] = string.Join(' ', title);
        parts.Insert(0, new LinePart(LinePartKind.Title, string.Join(' ', title), string.Join(' ', title)));
        return new TaskLine(values, records, parts);
    }

    private int Take(List<string> words, int at)
    {
        var word = words[at];
        var name = word.Length > 1 ? word[1..].Trim('"') : "";
        switch (word[0])
        {
            case '!' when name.Length > 0:
                TakePriority(word, name);
                return 1;
            case '@' when name.Length > 0:
                TakeOwner(word, name);
                return 1;
            case '#' when name.Length > 0 && !name.All(char.IsAsciiDigit):
                records.Add(name);
                return 1;
        }

        var taken = TakeWhen(words, at);
        if (taken == 0)
        {
            TakeType(word);
            title.Add(word);
        }

        return Math.Max(1, taken);
    }

    /// <summary>A day or a time, each once; "on", "at" and "by" before it belong to it.</summary>
    private int TakeWhen(List<string> words, int at)
    {
        var lead = words[at].ToLowerInvariant() is "on" or "at" or "by" && at + 1 < words.Count ? 1 : 0;
        var from = at + lead;
        var taken = 0;
        if (day is null && dates.Day(words, from, out var named) is > 0 and var ofDay)
        {
            (day, taken) = (named, ofDay);
        }
        else if (time is null && LineDates.Time(words, from, out var clock) is > 0 and var ofTime)
        {
            (time, taken) = (clock, ofTime);
        }

        if (taken == 0)
        {
            return 0;
        }

        due.AddRange(words.GetRange(from, taken));
        return lead + taken;
    }

    private void TakePriority(string word, string name)
    {
        var option = Match(TaskProperty.Priority, name);
        if (option is not null)
        {
            values[TaskProperty.Priority] = option.Value;
        }

        parts.Add(option is null
            ? new LinePart(LinePartKind.Unclear, word, $"HubSpot has no priority \"{name}\".")
            : new LinePart(LinePartKind.Priority, word, option.Label));
    }

    private void TakeOwner(string word, string name)
    {
        var active = choices.Owners.Where(o => !o.IsArchived).ToList();
        var found = name.Equals("me", StringComparison.OrdinalIgnoreCase) ? active.FindAll(o => o.Id == me) : active.FindAll(o => IsCalled(o, name, whole: true));
        found = found.Count > 0 ? found : active.FindAll(o => IsCalled(o, name, whole: false));
        if (found.Count == 1)
        {
            values[TaskProperty.Owner] = TaskProperty.Text(found[0].Id);
        }

        parts.Add(found.Count == 1 ? new LinePart(LinePartKind.Owner, word, found[0].Name)
            : new LinePart(LinePartKind.Unclear, word, found.Count == 0 ? $"Nobody active in HubSpot is called \"{name}\"." : $"Several people are called \"{name}\": {string.Join(", ", found.Take(4).Select(o => o.Name))}."));
    }

    private static bool IsCalled(Owner owner, string name, bool whole)
    {
        bool Is(string text) => whole ? text.Equals(name, StringComparison.OrdinalIgnoreCase) : text.StartsWith(name, StringComparison.OrdinalIgnoreCase);
        return Is(owner.Name) || owner.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(Is) || (owner.Email is { } email && Is(email.Split('@')[0]));
    }

    /// <summary>The first word may say what kind of task it is; it stays in the title, which would read oddly without it.</summary>
    private void TakeType(string word)
    {
        if (title.Count == 0 && choices.Of(TaskProperty.Type).FirstOrDefault(o => Plain(o.Label) == Plain(word) || Plain(o.Value) == Plain(word)) is { } type)
        {
            values[TaskProperty.Type] = type.Value;
            parts.Add(new LinePart(LinePartKind.Type, word, type.Label));
        }
    }

    private Choice? Match(string property, string name)
    {
        var all = choices.Of(property);
        return all.FirstOrDefault(o => Plain(o.Label) == Plain(name) || Plain(o.Value) == Plain(name))
            ?? all.FirstOrDefault(o => Plain(o.Label).StartsWith(Plain(name), StringComparison.Ordinal));
    }

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    [GeneratedRegex("[!@#]\"[^\"]*\"|\\S+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
