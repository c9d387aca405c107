using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Dashboard.Faults.Network;

/// <summary>What happens to a connection at the next request that goes over it.</summary>
public enum NetworkFault
{
    /// <summary>Cut before the request arrives.</summary>
    Reset,

    /// <summary>The request arrives and is done; the connection is cut before the answer.</summary>
    CutAfterSent,

    /// <summary>Nothing arrives and nothing comes back, until the caller gives up.</summary>
    Stall,
}

/// <summary>Stands between the product and HubSpot and does what networks do.</summary>
public sealed class FaultProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<NetworkFault> faults = new();
    private readonly int target;
    private readonly Task accepting;
    private int struck;

    public FaultProxy(int target)
    {
        this.target = target;
        listener.Start();
        Origin = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        accepting = AcceptAsync();
    }

    public string Origin { get; }

    /// <summary>Faults that met a request.</summary>
    public int Struck => struck;

    public void Strike(NetworkFault fault) => faults.Enqueue(fault);

    public void Clear() => faults.Clear();

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
        using (var server = new TcpClient { NoDelay = true })
        {
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, target, stop.Token);
                await CarryAsync(client, server);
            }
            catch (Exception over) when (over is SocketException or IOException or OperationCanceledException or ObjectDisposedException)
            {
                // Hung up.
            }
        }
    }

    private async Task CarryAsync(TcpClient client, TcpClient server)
    {
        var (from, to) = (client.GetStream(), server.GetStream());
        var answers = Pump.CarryAsync(to, from, stop.Token);
        var buffer = new byte[64 * 1024];
        while (await from.ReadAsync(buffer, stop.Token) is > 0 and var read)
        {
            if (faults.TryDequeue(out var fault))
            {
                Interlocked.Increment(ref struck);
                await StrikeAsync(fault, client, to, buffer.AsMemory(0, read), answers);
                return;
            }

            await to.WriteAsync(buffer.AsMemory(0, read), stop.Token);
        }
    }

    private async Task StrikeAsync(NetworkFault fault, TcpClient client, NetworkStream server, ReadOnlyMemory<byte> request, Task answers)
    {
        switch (fault)
        {
            case NetworkFault.CutAfterSent:
                // Nobody is there for the answer when it comes.
                Pump.Reset(client);
                await server.WriteAsync(request, stop.Token);
                await answers;
                break;
            case NetworkFault.Stall:
                await client.GetStream().CopyToAsync(Stream.Null, stop.Token);
                break;
            default:
                Pump.Reset(client);
                break;
        }
    }
}
