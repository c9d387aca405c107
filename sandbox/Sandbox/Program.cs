using Dashboard.Sandbox;

var configuration = new ConfigurationBuilder().AddEnvironmentVariables("SANDBOX_").AddCommandLine(args).Build();
await using var sandbox = await SandboxHost.StartAsync(OptionsFromConfiguration.Read(configuration));
Console.WriteLine($"HubSpot sandbox: {sandbox.Origin}__sandbox");
using var stopping = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stopping.Cancel();
};
AppDomain.CurrentDomain.ProcessExit += (_, _) => stopping.Cancel();
await sandbox.WaitForShutdownAsync(stopping.Token);
