using Dashboard.EndToEndTests.Support;
using Xunit;

namespace Dashboard.EndToEndTests.OfficialClient;

/// <summary>
/// HubSpot's own client library runs unchanged against the sandbox: each check of the script is a result here. Our adapter is tested against
/// the sandbox alone, so somebody else must say that the sandbox speaks as HubSpot does.
/// </summary>
public sealed class OfficialClientTests
{
    private const int FewestChecks = 120;

    private static readonly Lazy<Task<ScriptRun>> Whole = new(() => AgainstSandboxAsync((_, origin) => NodeScript.RunAsync(origin)));

    public static async Task<IEnumerable<TheoryDataRow<string, string?>>> ChecksAsync()
    {
        var run = await Whole.Value;
        return run.Absent is { } why
            ? [new TheoryDataRow<string, string?>("the script runs", null) { Skip = why }]
            : [.. run.Lines.Where(IsCheck).Select(Row), new("the script runs to its end", Unfinished(run))];
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(ChecksAsync), DisableDiscoveryEnumeration = true)]
    public void HubSpots_own_client_agrees(string check, string? fault) => Assert.True(fault is null, $"{check}: {fault}");

    [Fact]
    public async Task A_sandbox_that_answers_wrongly_fails_the_check_that_sees_it()
    {
        var run = await AgainstSandboxAsync(async (sandbox, origin) =>
        {
            await sandbox.FaultAsync("PATCH", "^/crm/v3/objects/tasks/", new { kind = "status", status = 200, body = new { id = "1", properties = new { } } });
            return await NodeScript.RunAsync(origin, "v3", "tasks");
        });
        Assert.SkipWhen(run.Absent is not null, run.Absent ?? "");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(run.Lines, line => line.StartsWith("FAILED [v3] an update changes what it names and nothing else: ", StringComparison.Ordinal));
        Assert.Contains("ok [v3] a task is created with associations to every kind in one call", run.Lines);
        Assert.Null(Unfinished(run with { Lines = [.. run.Lines, .. Enumerable.Repeat("ok", FewestChecks)] }));
    }

    [Fact]
    public async Task A_script_that_breaks_off_does_not_pass_for_finished()
    {
        var run = await NodeScript.RunAsync($"http://127.0.0.1:{ChildProcess.FreePort()}");
        Assert.SkipWhen(run.Absent is not null, run.Absent ?? "");

        Assert.NotEqual(0, run.ExitCode);
        Assert.NotNull(Unfinished(run));
        Assert.NotNull(Unfinished(run with { ExitCode = 0, Lines = ["ok [v3] one"] }));
    }

    private static bool IsCheck(string line) => line.StartsWith("ok ", StringComparison.Ordinal) || line.StartsWith("FAILED ", StringComparison.Ordinal);

    private static TheoryDataRow<string, string?> Row(string line)
    {
        var failed = line.StartsWith("FAILED ", StringComparison.Ordinal);
        var (check, fault) = failed && line.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon ? (line[7..colon], line[(colon + 2)..]) : (line[(failed ? 7 : 3)..], failed ? "without a reason" : null);
        return new(check, fault) { TestDisplayName = $"HubSpot's own client: {check}" };
    }

    /// <returns>Null when all checks were run and the exit code says the same as the lines.</returns>
    private static string? Unfinished(ScriptRun run)
    {
        var (checks, failed) = (run.Lines.Count(line => line.StartsWith("ok", StringComparison.Ordinal) || IsCheck(line)), run.Lines.Any(line => line.StartsWith("FAILED ", StringComparison.Ordinal)));
        return !run.Lines.Any(line => line.StartsWith("done: ", StringComparison.Ordinal)) ? $"it broke off: {(run.Lines is [.., var last] ? last : "")}"
            : checks < FewestChecks ? $"only {checks} checks were run"
            : failed != (run.ExitCode != 0) ? $"its exit code is {run.ExitCode}"
            : null;
    }

    private static async Task<ScriptRun> AgainstSandboxAsync(Func<SandboxControls, string, Task<ScriptRun>> run)
    {
        var folder = Directory.CreateTempSubdirectory("tasklane-official-client-").FullName;
        try
        {
            using var controls = new SandboxControls($"http://127.0.0.1:{ChildProcess.FreePort()}");
            await using var sandbox = ChildProcess.Start(
                "sandbox/Sandbox", "Dashboard.Sandbox.dll", Path.Combine(folder, "sandbox.log"), "Development", "--urls", controls.Origin, "--tasks", "120", "--lag", "0");
            await sandbox.ReadyAsync($"{controls.Origin}/__sandbox");
            return await run(controls, controls.Origin);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
