using System.Globalization;
using System.Text;
using Dashboard.Application.Board.Table;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Workspaces;
using Dashboard.Web.Shell;
using Dashboard.Web.Shell.Addresses;
using Dashboard.Web.SignIn;

namespace Dashboard.Web.Features.List;

/// <summary>All rows of a list as a file. It only reads, so a link may ask for it; who may is asked of the session as for any page.</summary>
public static class ExportEndpoint
{
    public static IServiceCollection AddListPages(this IServiceCollection services) => services.AddScoped<ListActions>();

    public static void MapExport(this WebApplication app) => app.MapGet("/w/{slug}/list/export", ExportAsync).RequireAuthorization();

    private static async Task ExportAsync(HttpContext context, string slug, string? format, Actors actors, ExportTasks export, ShowSettings settings, TimeProvider clock)
    {
        var ct = context.RequestAborted;
        if (await actors.FindAsync(context.User, slug, ct) is not { } actor)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        // The address begins as a link on the page does; only its query is read.
        var state = ListState.Read("http://x/" + context.Request.QueryString);
        var own = (await ViewerSettings.OfAsync(context, settings)).Own();
        var kind = format == "json" ? ExportFormat.Json : ExportFormat.Csv;
        Describe(context.Response, slug, kind, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), own.Zone).DateTime));
        await foreach (var piece in export.RunAsync(actor, state.Query with { Skip = 0 }, [.. state.Columns.Select(c => c.Column)], own, kind, ct))
        {
            await context.Response.WriteAsync(piece, Encoding.UTF8, ct);
        }
    }

    private static void Describe(HttpResponse response, string slug, ExportFormat kind, DateOnly day)
    {
        response.ContentType = kind == ExportFormat.Json ? "application/json; charset=utf-8" : "text/csv; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        var name = string.Create(CultureInfo.InvariantCulture, $"tasks-{slug}-{day:yyyy-MM-dd}.{(kind == ExportFormat.Json ? "json" : "csv")}");
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
    }
}
