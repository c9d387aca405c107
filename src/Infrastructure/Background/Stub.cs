using Dashboard.Application.Kernel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
namespace Dashboard.Infrastructure.Background;
public static class BackgroundServices { public static IServiceCollection AddBackground(this IServiceCollection s, IConfiguration c) => s.AddSingleton<IWorkspaceFeed, InProcessFeed>(); }
