using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Dashboard.Infrastructure.KillPoints;

/// <summary>
/// A moment at which the process kills itself, to prove that it may die there: settings <c>Kill:At</c> (a name) and <c>Kill:Nth</c> (which
/// time, 1 if left out). Names are made of what runs and the side of the call or commit; without the setting nothing of this is in the way.
/// </summary>
public sealed class KillPoint
{
    private static volatile KillPoint? armed;

    private readonly string name;
    private int left;

    private KillPoint(string name, int nth) => (this.name, left) = (name, nth);

    /// <summary>All there are.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. KilledCalls.Names.SelectMany(call => new[] { BeforeCall(call), AfterCall(call) }),
        .. KilledCommits.Names.SelectMany(commit => new[] { BeforeCommit(commit), AfterCommit(commit) }),
    ];

    internal static bool IsArmed => armed is not null;

    /// <summary>To be called before anything that talks to HubSpot or the database is made.</summary>
    /// <exception cref="InvalidOperationException">Set outside development, or there is no such point.</exception>
    public static void Arm(IConfiguration configuration, IHostEnvironment environment)
    {
        if (configuration["Kill:At"] is not { Length: > 0 } name)
        {
            return;
        }

        if (!environment.IsDevelopment())
        {
            throw new InvalidOperationException("Kill:At is set: the product would kill itself. Remove it; it is for tests and accepted in Development only.");
        }

        if (!Names.Contains(name))
        {
            throw new InvalidOperationException($"Kill:At is \"{name}\"; there are {string.Join(", ", Names)}.");
        }

        armed = new KillPoint(name, configuration.GetValue("Kill:Nth", 1));
    }

    /// <summary>Dies by SIGKILL if this is where it shall: no finally, no flush, no goodbye to the database.</summary>
    internal static void Reach(string here)
    {
        if (armed is { } point && point.name == here && Interlocked.Decrement(ref point.left) == 0)
        {
            Console.Error.WriteLine($"Kill point {here} reached.");
            Process.GetCurrentProcess().Kill();
            Thread.Sleep(Timeout.InfiniteTimeSpan);
        }
    }

    internal static string BeforeCall(string call) => $"{call}-before-call";

    internal static string AfterCall(string call) => $"{call}-after-call";

    internal static string BeforeCommit(string commit) => $"{commit}-before-commit";

    internal static string AfterCommit(string commit) => $"{commit}-after-commit";
}
