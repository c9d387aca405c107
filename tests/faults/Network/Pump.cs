using System.Net.Sockets;

namespace Dashboard.Faults.Network;

/// <summary>Carries bytes between two connections until one hangs up.</summary>
internal static class Pump
{
    public static async Task CarryAsync(NetworkStream from, NetworkStream to, CancellationToken ct)
    {
        var buffer = new byte[32 * 1024];
        try
        {
            while (await from.ReadAsync(buffer, ct) is > 0 and var read)
            {
                await to.WriteAsync(buffer.AsMemory(0, read), ct);
            }
        }
        catch (Exception over) when (over is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // One side hung up.
        }
    }

    /// <summary>As if the machine behind it had lost power: no goodbye.</summary>
    public static void Reset(TcpClient connection)
    {
        connection.LingerState = new LingerOption(true, 0);
        connection.Dispose();
    }
}
