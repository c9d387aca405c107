using System.Net;
using System.Net.Sockets;

namespace Dashboard.Faults.Network;

/// <summary>One address for several workers: connections go round, past those that do not take any.</summary>
public sealed class Balancer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Func<IReadOnlyList<int>> ports;
    private readonly Task accepting;
    private int next;

    /// <param name="ports">Where the workers listen now.</param>
    public Balancer(Func<IReadOnlyList<int>> ports)
    {
        this.ports = ports;
        listener.Start();
        Origin = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        accepting = AcceptAsync();
    }

    public string Origin { get; }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = JoinAsync(await listener.AcceptTcpClientAsync(stop.Token));
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException)
        {
            // The end.
        }
    }

    private async Task JoinAsync(TcpClient client)
    {
        using (client)
        using (var server = await ConnectAsync())
        {
            if (server is not null)
            {
                await Task.WhenAny(Pump.CarryAsync(client.GetStream(), server.GetStream(), stop.Token), Pump.CarryAsync(server.GetStream(), client.GetStream(), stop.Token));
            }
        }
    }

    private async Task<TcpClient?> ConnectAsync()
    {
        var all = ports();
        var first = Interlocked.Increment(ref next) & int.MaxValue;
        for (var tries = 0; tries < all.Count; tries++)
        {
            var server = new TcpClient { NoDelay = true };
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, all[(first + tries) % all.Count], stop.Token);
                return server;
            }
            catch (Exception dead) when (dead is SocketException or OperationCanceledException)
            {
                server.Dispose();
            }
        }

        return null;
    }
}
