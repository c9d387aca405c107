using System.Text.Json;
using Dashboard.UnitTests.Calendar.Feeds;

namespace Dashboard.UnitTests.Tasks.Repeating;

/// <summary>Debian's <c>python3-dateutil</c>, which has counted such days for twenty years.</summary>
internal static class PythonRules
{
    public const string Absent = "No python3 here has the module dateutil (Debian: apt-get install python3-dateutil).";

    private const string Script = """
        import json, sys
        from datetime import datetime
        from dateutil.relativedelta import relativedelta
        from dateutil.rrule import rrulestr
        asked = json.load(sys.stdin)
        def days(one):
            start = datetime.strptime(one["start"], "%Y%m%d")
            end = start + relativedelta(years=one["years"])
            return " ".join(day.strftime("%Y%m%d") for day in rrulestr(one["rule"], dtstart=start).between(start, end, inc=True))
        json.dump([days(one) for one in asked], sys.stdout)
        """;

    private static readonly Lazy<Task<string?>> Found = new(() => PythonCalendar.WithAsync("dateutil"));

    public static Task<string?> InterpreterAsync() => Found.Value;

    /// <returns>For each rule its days, as one text.</returns>
    public static async Task<List<string>> DaysAsync(IEnumerable<(string Rule, DateOnly Start)> rules, int years)
    {
        var asked = JsonSerializer.Serialize(rules.Select(one => new { rule = one.Rule, start = one.Start.ToString("yyyyMMdd"), years }));
        var (code, said) = await PythonCalendar.RunAsync((await InterpreterAsync())!, Script, asked);
        return code == 0 ? JsonSerializer.Deserialize<List<string>>(said)! : throw new InvalidOperationException($"dateutil refused the rules:\n{said}");
    }
}
