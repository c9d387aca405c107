namespace Dashboard.Sandbox;

/// <summary>The sandbox alone: <c>dotnet run --project sandbox/Sandbox -- --urls http://127.0.0.1:5090 --tasks 100000 --world data/world.jsonl</c>.</summary>
internal static class Program
{
    private static async Task Main(string[] args)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables("SANDBOX_").AddCommandLine(args).Build();
        await using var sandbox = await SandboxHost.StartAsync(OptionsFromConfiguration.Read(configuration));
        Console.WriteLine($"HubSpot sandbox: {sandbox.Origin} (handles: {sandbox.Origin}__sandbox)");
        await sandbox.WaitForShutdownAsync();
    }
}
