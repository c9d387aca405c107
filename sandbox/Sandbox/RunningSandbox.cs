using Dashboard.Sandbox.World;

namespace Dashboard.Sandbox;

/// <summary>A started sandbox. Disposing it stops the server and closes the world's file.</summary>
public sealed class RunningSandbox(WebApplication app, Uri origin) : IAsyncDisposable
{
    public Uri Origin { get; } = origin;

    public SandboxClock Clock { get; } = app.Services.GetRequiredService<SandboxClock>();

    public Switches Switches { get; } = app.Services.GetRequiredService<Switches>();

    public SandboxWorld World { get; } = app.Services.GetRequiredService<SandboxWorld>();

    public Task StopAsync(CancellationToken ct = default) => app.StopAsync(ct);

    public Task WaitForShutdownAsync(CancellationToken ct = default) => app.WaitForShutdownAsync(ct);

    public async ValueTask DisposeAsync()
    {
        using var quickly = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await app.StopAsync(quickly.Token);
        await app.DisposeAsync();
    }
}
