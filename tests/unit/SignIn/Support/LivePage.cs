using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace Dashboard.UnitTests.SignIn.Support;

/// <summary>What the test page shows: a number the server changes by itself.</summary>
public sealed class LivePage : ComponentBase, IDisposable
{
    private static int pings;

    /// <summary>Stands for somebody else's change that open pages show at once.</summary>
    public static event Action? Changed;

    public static int Pings => Volatile.Read(ref pings);

    private int shown;

    [JSInvokable]
    public static void Ping() => Interlocked.Increment(ref pings);

    public static void Change() => Changed?.Invoke();

    public void Dispose() => Changed -= Show;

    protected override void OnInitialized() => Changed += Show;

    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, shown);

    private void Show() => _ = InvokeAsync(() =>
    {
        shown++;
        StateHasChanged();
    });
}

/// <summary>The page around it.</summary>
public sealed class LiveDocument : ComponentBase
{
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenComponent<LivePage>(0);
        builder.AddComponentRenderMode(RenderMode.InteractiveServer);
        builder.CloseComponent();
    }
}
