using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Dashboard.EndToEndTests.Support.Stack))]

// One world, one workspace: a journey that looks at a whole column must be alone with it.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Dashboard.EndToEndTests.Support;

/// <summary>
/// The product and its sandbox as two processes with a folder of their own, and one browser. The journeys share one; those that kill
/// a process or need another world start theirs.
/// </summary>
public sealed class Stack : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("tasklane-e2e-").FullName;
    private readonly int tasks;
    private readonly string[] webSettings;
    private ChildProcess? sandbox;
    private ChildProcess? web;
    private ChildProcess? twin;
    private IPlaywright? playwright;

    public Stack()
        : this(400)
    {
    }

    private Stack(int tasks, params string[] webSettings)
    {
        (this.tasks, this.webSettings) = (tasks, webSettings);
        Sandbox = new SandboxControls($"http://127.0.0.1:{ChildProcess.FreePort()}");
        Origin = $"http://localhost:{ChildProcess.FreePort()}";
        TwinOrigin = $"http://localhost:{ChildProcess.FreePort()}";
    }

    /// <summary>The product's address.</summary>
    public string Origin { get; }

    /// <summary>The address of the second replica, once <see cref="StartTwinAsync"/> has run.</summary>
    public string TwinOrigin { get; }

    internal SandboxControls Sandbox { get; }

    internal IBrowser Browser { get; private set; } = null!;

    internal Scene Scene { get; private set; } = null!;

    /// <summary>Everything the product said on its console.</summary>
    internal string WebOutput => web!.Output;

    internal static async Task<Stack> StartAsync(int tasks = 60, params string[] webSettings)
    {
        var stack = new Stack(tasks, webSettings);
        await stack.InitializeAsync();
        return stack;
    }

    public async ValueTask InitializeAsync()
    {
        sandbox = ChildProcess.Start(
            "sandbox/Sandbox", "Dashboard.Sandbox.dll", Path.Combine(folder, "sandbox.log"), "Development",
            "--urls", Sandbox.Origin, "--world", Path.Combine(folder, "world.journal"), "--tasks", $"{tasks}");
        await sandbox.ReadyAsync($"{Sandbox.Origin}/__sandbox");
        await StartWebAsync();
        Assertions.SetDefaultExpectTimeout(45_000);
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(Chromium.Options);
        Scene = new Scene(this);
    }

    /// <summary>Starts the product again on the same folder and address after <see cref="KillWebAsync"/>.</summary>
    internal async Task StartWebAsync()
    {
        web = StartReplica(Origin, "web.log");
        await web.ReadyAsync($"{Origin}/health/ready");
    }

    /// <summary>A second replica of the product on the same folder.</summary>
    internal async Task StartTwinAsync()
    {
        twin = StartReplica(TwinOrigin, "twin.log");
        await twin.ReadyAsync($"{TwinOrigin}/health/ready");
    }

    internal Task KillWebAsync() => web!.KillAsync();

    /// <summary>Holds the first replica up where it is, as a paused machine would.</summary>
    internal Task PauseWebAsync() => web!.SignalAsync("STOP");

    internal Task ResumeWebAsync() => web!.SignalAsync("CONT");

    private ChildProcess StartReplica(string origin, string log) =>
        ChildProcess.Start("src/Web", "Dashboard.Web.dll", Path.Combine(folder, log), "Development", [
            "--urls", origin, "--Data:Folder", Path.Combine(folder, "data"), "--Sandbox:Enabled", "false",
            "--Oidc:Authority", $"{Sandbox.Origin}/idp", "--HubSpot:ApiBase", Sandbox.Origin, "--HubSpot:AuthorizeBase", Sandbox.Origin,
            "--Sync:PollSeconds", "1", .. webSettings,
        ]);

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
        {
            await Browser.DisposeAsync();
        }

        playwright?.Dispose();
        foreach (var process in new[] { web, twin, sandbox })
        {
            if (process is not null)
            {
                await process.DisposeAsync();
            }
        }

        Sandbox.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
