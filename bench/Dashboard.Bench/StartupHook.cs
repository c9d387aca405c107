using System.Net.Sockets;

/// <summary>
/// Runs inside the measured product (DOTNET_STARTUP_HOOKS), so that the product itself needs no such endpoint: each connection to a local socket
/// makes it collect fully and answers with the bytes of its managed heap. https://github.com/dotnet/runtime/blob/main/docs/design/features/host-startup-hook.md
/// </summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable("TASKLANE_BENCH_HEAP") is { Length: > 0 } path)
        {
            new Thread(() => Answer(path)) { IsBackground = true }.Start();
        }
    }

    private static void Answer(string path)
    {
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        while (true)
        {
            using var asker = listener.Accept();
            for (var i = 0; i < 3; i++)
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                GC.WaitForPendingFinalizers();
            }

            asker.Send(BitConverter.GetBytes(GC.GetTotalMemory(forceFullCollection: false)));
        }
    }
}
