using Dashboard.Infrastructure.Persistence;

namespace Dashboard.UnitTests.Persistence;

/// <summary>A context whose model is asked and which is never connected.</summary>
internal sealed class DesignTimeDb(Engine engine = Engine.Sqlite) : IDisposable
{
    public DashboardDb Context { get; } = new DashboardDbs(new()
    {
        Provider = engine.ToString(),
        ConnectionString = engine == Engine.Sqlite ? "Data Source=never-opened.db" : "Server=never-opened",
    }).OpenEngine();

    public void Dispose() => Context.Dispose();
}
