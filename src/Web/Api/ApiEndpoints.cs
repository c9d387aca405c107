using Dashboard.Web.Api.Feeds;

namespace Dashboard.Web.Api;

/// <summary>What machines ask for.</summary>
public static class ApiEndpoints
{
    public static IServiceCollection AddApi(this IServiceCollection services) => services.AddFeedAddress();

    public static void MapApi(this WebApplication app)
    {
        app.MapHealth();
        app.MapWebhooks();
        app.MapFeeds();
    }
}
