namespace Dashboard.Web.Api;

/// <summary>What machines ask for.</summary>
public static class ApiEndpoints
{
    public static void MapApi(this WebApplication app)
    {
        app.MapHealth();
        app.MapWebhooks();
    }
}
