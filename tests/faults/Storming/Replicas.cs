using Dashboard.Faults.Network;
using Dashboard.Faults.Workers;

namespace Dashboard.Faults.Storming;

/// <summary>Two workers behind one address, of which one is killed now and then and started again.</summary>
internal sealed class Replicas : IAsyncDisposable
{
    private readonly Stage stage;
    private readonly WorkerProcess[] workers;
    private readonly Balancer balancer;

    private Replicas(Stage stage, WorkerProcess[] workers)
    {
        (this.stage, this.workers) = (stage, workers);
        balancer = new Balancer(() => [.. workers.Select(worker => worker.Port)]);
    }

    public string Origin => balancer.Origin;

    public int Kills { get; private set; }

    public static async Task<Replicas> StartAsync(Stage stage)
    {
        WorkerProcess[] workers = [stage.Start(), stage.Start()];
        await Task.WhenAll(workers.Select(worker => worker.ReadyAsync()));
        return new Replicas(stage, workers);
    }

    public async Task KillAsync(int which)
    {
        await workers[which].DisposeAsync();
        Kills++;
        workers[which] = stage.Start();
        await workers[which].ReadyAsync();
    }

    public string Output() => string.Join(Environment.NewLine, workers.Select(worker => worker.Output));

    public ValueTask DisposeAsync() => balancer.DisposeAsync();
}
