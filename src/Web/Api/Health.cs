using Dashboard.Infrastructure.Persistence;

namespace Dashboard.Web.Api;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: it may get traffic, so its database answers and it is not stopping.
/// Neither tells a stranger anything else.
/// </summary>
internal static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("live"));
        app.MapGet("/health/ready", ReadyAsync);
    }

    private static async Task<IResult> ReadyAsync(DatabaseProbe probe, IHostApplicationLifetime life, CancellationToken ct) =>
        !life.ApplicationStopping.IsCancellationRequested && (await probe.RunAsync(ct)).Ok
            ? Results.Text("ready")
            : Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable);
}
