#if SANDBOX
using Dashboard.Infrastructure.Persistence;
using Dashboard.Sandbox;
#endif

namespace Dashboard.Web.Shell.Starting;

/// <summary>
/// Starts the sandbox beside the product when configured (<c>Sandbox:Enabled</c>), on an address of its own. A build without
/// sandbox code has nothing to start and says so.
/// </summary>
internal static class DemoSandbox
{
    public static IServiceCollection AddSandbox(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        if (!configuration.GetValue("Sandbox:Enabled", false))
        {
            return services;
        }

#if SANDBOX
        var usual = new SandboxOptions();
        var options = usual with
        {
            Url = configuration["Sandbox:Url"] ?? usual.Url,
            Tasks = configuration.GetValue("Sandbox:Tasks", usual.Tasks),
            WorldFile = DataFolder.Of(configuration, environment).File("sandbox-world.journal"),
        };
        return services.AddHostedService(_ => new Running(options));
#else
        throw new InvalidOperationException("Sandbox:Enabled is set, but this build holds no sandbox.");
#endif
    }

#if SANDBOX
    private sealed class Running(SandboxOptions options) : IHostedService
    {
        private RunningSandbox? sandbox;

        public async Task StartAsync(CancellationToken cancellationToken)
        {
            sandbox = await SandboxHost.StartAsync(options, cancellationToken);
            Console.WriteLine($"Sandbox for HubSpot and sign-in: {sandbox.Origin}__sandbox");
        }

        public async Task StopAsync(CancellationToken cancellationToken)
        {
            if (sandbox is not null)
            {
                await sandbox.DisposeAsync();
            }
        }
    }
#endif
}
