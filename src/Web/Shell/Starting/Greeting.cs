using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Dashboard.Web.Shell.Starting;

/// <summary>Says on the console where the product is once it listens.</summary>
internal sealed class Greeting(IServer server, IHostApplicationLifetime life) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        life.ApplicationStarted.Register(() =>
            Console.WriteLine($"Tasklane: {server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()}"));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
