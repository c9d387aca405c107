using Dashboard.EndToEndTests.Pages;
using Microsoft.Playwright;
using Xunit;

namespace Dashboard.EndToEndTests.Support;

/// <summary>What all journeys share: people who arrive, and the look at what their pages complained about.</summary>
public abstract class Journey(Stack stack) : IAsyncLifetime
{
    private readonly List<Visitor> visitors = [];
    private readonly List<Stack> others = [];

    private protected Stack Stack => stack;

    private protected SandboxControls Sandbox => stack.Sandbox;

    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await Sandbox.ClearFaultsAsync();
        var troubles = visitors.SelectMany(visitor => visitor.Troubles).ToArray();
        foreach (var visitor in visitors)
        {
            await KeepPictureAsync(visitor);
            await visitor.LeaveAsync();
        }

        foreach (var other in others)
        {
            await other.DisposeAsync();
        }

        Assert.True(troubles.Length == 0, string.Join(Environment.NewLine, troubles));
        GC.SuppressFinalize(this);
    }

    /// <summary>A product and a sandbox for this journey alone.</summary>
    private protected async Task<Stack> ElsewhereAsync(int tasks = 60, params string[] webSettings)
    {
        var other = await Stack.StartAsync(tasks, webSettings);
        others.Add(other);
        return other;
    }

    private protected async Task<Visitor> ArriveAsync(BrowserNewContextOptions? options = null, Stack? at = null)
    {
        var visitor = await Visitor.ArriveAsync(at ?? stack, options);
        visitors.Add(visitor);
        return visitor;
    }

    /// <summary>A person of the usual scene, signed in, on its board.</summary>
    private protected async Task<BoardPage> BoardOfAsync(Person person, string query = "owner=all", BrowserNewContextOptions? options = null, Stack? at = null)
    {
        var scene = (at ?? stack).Scene;
        options ??= new();
        options.StorageState = await scene.SignedInAsync(person);
        var board = new BoardPage(await ArriveAsync(options, at), await scene.WorkspaceAsync());
        await board.OpenAsync(query);
        return board;
    }

    private static async Task KeepPictureAsync(Visitor visitor)
    {
        if (TestContext.Current.TestState?.Result != TestResult.Failed)
        {
            return;
        }

        var name = $"{TestContext.Current.TestClass?.TestClassSimpleName}.{TestContext.Current.TestMethod?.MethodName}-{Guid.NewGuid():N}"[..^26];
        await visitor.PictureAsync(Path.Combine(Clone.Root, "TestResults", "e2e", $"{name}.png"));
        // Where pictures are not kept, the log has to do.
        await Console.Error.WriteLineAsync($"    {name}: {await visitor.GlanceAsync()}");
    }
}
