using Dashboard.Application.Kernel;
using Dashboard.Application.Replicas;
using Dashboard.Infrastructure.Background.Replicas;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Dashboard.Infrastructure.Background;

public static class BackgroundServices
{
    /// <exception cref="InvalidOperationException">A setting is senseless; the message says which.</exception>
    public static IServiceCollection AddBackground(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection(BackgroundOptions.Section).Get<BackgroundOptions>() ?? new BackgroundOptions();
        if (options.PollSeconds is < 0.05 or > 3600 || options.SendPollSeconds is < 0.05 or > 60)
        {
            throw new InvalidOperationException("Sync:PollSeconds must be 0.05 to 3600 and Sync:SendPollSeconds 0.05 to 60.");
        }

        services.TryAddSingleton<InProcessFeed>();
        services.TryAddSingleton<SharedFeed>();
        services.TryAddSingleton<IWorkspaceFeed>(provider => provider.GetRequiredService<SharedFeed>());
        return services
            .AddSingleton(options)
            .AddSingleton((configuration.GetSection(ReplicaOptions.Section).Get<ReplicaOptions>() ?? new ReplicaOptions()).Checked())
            .AddSingleton<LoopHealth>()
            .AddSingleton<Measures>()
            .AddSingleton<OtherReplicas>()
            .AddSingleton<FeedReader>()

            // Stopped in the opposite order: this replica leaves after its loops have come to an end.
            .AddHostedService<ReplicaLoop>()
            .AddHostedService<SendingLoop>()
            .AddHostedService<SyncingLoop>()
            .AddHostedService<HintLoop>()
            .AddHostedService<ForgettingLoop>()
            .AddHostedService<MeasuringLoop>();
    }
}
