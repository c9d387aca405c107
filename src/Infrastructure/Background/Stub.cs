using Dashboard.Application.Kernel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
namespace Dashboard.Infrastructure.Background;
public static class BackgroundServices { public static IServiceCollection AddBackground(this IServiceCollection s, IConfiguration c) => s.AddSingleton<IWorkspaceFeed, InProcessFeed>()
 .AddSingleton<Dashboard.Application.Changes.UndoChange>().AddSingleton<Dashboard.Application.Changes.RetryChange>().AddSingleton<Dashboard.Application.Changes.DropChange>().AddSingleton<Dashboard.Application.Sync.RefreshTask>(); }
