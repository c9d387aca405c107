using Dashboard.EndToEndTests.Pages;
using Microsoft.Playwright;
using Xunit;

namespace Dashboard.EndToEndTests.Support;

/// <summary>What all journeys share: people who arrive, and the look at what their pages complained about.</summary>
public abstract class Journey(Stack stack) : IAsyncLifetime
{
    private readonly List<Visitor> visitors = [];

    private protected Stack Stack => stack;

    private protected SandboxControls Sandbox => stack.Sandbox;

    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await Sandbox.ClearFaultsAsync();
        foreach (var visitor in visitors)
        {
            await KeepPictureAsync(visitor);
            await visitor.LeaveAsync();
        }

        Assert.Empty(visitors.SelectMany(visitor => visitor.Troubles));
        GC.SuppressFinalize(this);
    }

    private protected async Task<Visitor> ArriveAsync(BrowserNewContextOptions? options = null, Stack? at = null)
    {
        var visitor = await Visitor.ArriveAsync(at ?? stack, options);
        visitors.Add(visitor);
        return visitor;
    }

    /// <summary>A person of the shared workspace, signed in, on its board.</summary>
    private protected async Task<BoardPage> BoardOfAsync(Person person, string query = "owner=all", BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.StorageState = await stack.Scene.SignedInAsync(person);
        var board = new BoardPage(await ArriveAsync(options), await stack.Scene.WorkspaceAsync());
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
        await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(Clone.Root, "TestResults", "e2e", $"{name}.png") });
    }
}
