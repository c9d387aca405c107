using System.Globalization;

namespace Dashboard.Bench.Figures;

/// <summary>What to measure, of how much data, how often. All of it is bounded.</summary>
/// <param name="Tasks">Sizes of the portal; null for the measure's own.</param>
/// <param name="Rate">Webhook events a second.</param>
/// <param name="Limited">Whether a sync is measured with the sandbox's rate limit, without, or both (null).</param>
internal sealed record Choices(string What, IReadOnlyList<int>? Tasks, int Runs, int Tabs, int Seconds, int Rate, bool? Limited)
{
    /// <summary>Of each storm.</summary>
    public int Writes { get; init; } = 10_000;

    /// <summary>Over all storms.</summary>
    public int Kills { get; init; } = 1_000;

    public int Workspaces { get; init; } = 200;

    public int Seeds { get; init; } = 20;

    public const string Usage = """
        dotnet run -c Release --project bench/Dashboard.Bench -- WHAT [choices]
          WHAT            sync, board, list, calendar, plan, circuits, drag, scroll, bulk, webhooks, freshness, weather, storm or all (all but storm)
          --tasks N,N     sizes of the portal, 60 to 200000 (sync, list, freshness and weather: 100000; board: 1000,5000,100000; calendar and plan: 1000,10000,50000; circuits, drag and scroll: 1000; bulk: 3000)
          --runs N        runs of each measure, 1 to 30 (5)
          --tabs N        pages held open at once, 1 to 200 (50)
          --seconds N     length of each load of requests, of the bad weather, 1 to 900 (5)
          --rate N        webhook events a second, 100 to 10000 (1000)
          --writes N      of each storm, 1 to 100000 (10000)
          --kills N       over all storms, 1 to 10000 (1000)
          --workspaces N  of a storm, 1 to 500 (200)
          --seeds N       storms, 1 to 100 (20)
          --limit on|off  a sync with or without HubSpot's rate limit only (both)
        """;

    private static readonly string[] Known = ["sync", "board", "list", "calendar", "plan", "circuits", "drag", "scroll", "bulk", "webhooks", "freshness", "weather", "storm", "all"];

    /// <returns>Null when the arguments make no sense.</returns>
    public static Choices? Read(string[] args)
    {
        if (args.Length == 0 || !Known.Contains(args[0]) || args.Length % 2 == 0)
        {
            return null;
        }

        var given = Enumerable.Range(0, args.Length / 2).ToDictionary(i => args[(2 * i) + 1], i => args[(2 * i) + 2]);
        int Number(string name, int usual, int most) =>
            given.TryGetValue(name, out var text) ? Math.Clamp(int.Parse(text, CultureInfo.InvariantCulture), 1, most) : usual;

        var tasks = given.TryGetValue("--tasks", out var sizes)
            ? sizes.Split(',').Select(size => Math.Clamp(int.Parse(size, CultureInfo.InvariantCulture), 60, 200_000)).ToList()
            : null;
        bool? limited = given.TryGetValue("--limit", out var limit) ? limit == "on" : null;
        return new Choices(args[0], tasks, Number("--runs", 5, 30), Number("--tabs", 50, 200), Number("--seconds", 5, 900), Math.Max(100, Number("--rate", 1_000, 10_000)), limited)
        {
            Writes = Number("--writes", 10_000, 100_000), Kills = Number("--kills", 1_000, 10_000), Workspaces = Number("--workspaces", 200, 500), Seeds = Number("--seeds", 20, 100),
        };
    }
}
