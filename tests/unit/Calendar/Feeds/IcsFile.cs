namespace Dashboard.UnitTests.Calendar.Feeds;

/// <summary>A calendar file, unfolded: its own lines, and for each entry the lines by name.</summary>
internal sealed record IcsFile(IReadOnlyDictionary<string, string> Head, IReadOnlyList<IReadOnlyDictionary<string, string>> Entries)
{
    public string[] Uids => [.. Entries.Select(e => e["UID"])];

    public string[] Summaries => [.. Entries.Select(e => e["SUMMARY"])];

    public static IcsFile Read(string text)
    {
        var head = new Dictionary<string, string>();
        var entries = new List<IReadOnlyDictionary<string, string>>();
        var open = new Stack<(string Part, Dictionary<string, string> Lines)>();
        foreach (var line in text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var at = line.IndexOf(':', StringComparison.Ordinal);
            var (name, value) = (line[..at], line[(at + 1)..]);
            switch (name)
            {
                case "BEGIN":
                    open.Push((value, value == "VCALENDAR" ? head : []));
                    break;
                case "END" when open.Pop() is var (part, lines) && part == value:
                    if (part is "VEVENT" or "VTODO")
                    {
                        entries.Add(lines);
                    }

                    break;
                default:
                    // An alarm's lines stand in its entry under names of their own.
                    var (into, prefix) = open.Peek().Part == "VALARM" ? (open.ElementAt(1).Lines, "VALARM.") : (open.Peek().Lines, "");
                    into.Add(prefix + name, value);
                    break;
            }
        }

        return new IcsFile(head, entries);
    }
}
