using Dashboard.Application;
using Dashboard.Application.Kernel;
using Dashboard.Infrastructure.Background;
using Dashboard.Infrastructure.HubSpot;
using Dashboard.Infrastructure.Persistence;
using Dashboard.Infrastructure.Secrets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Dashboard.Faults.Workers;

/// <summary>
/// The product without its pages, as a process of its own: same database, same loops, same settings. What a person would click comes
/// as a <see cref="Wish"/>: 200 stands for "saved", 422 for "not saved", anything else for nobody knows.
/// </summary>
public static class Worker
{
    public static async Task RunAsync(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services
            .AddPersistence(builder.Configuration, builder.Environment)
            .AddSecrets(builder.Configuration, builder.Environment)
            .AddHubSpot(builder.Configuration, builder.Environment)
            .AddBackground(builder.Configuration)
            .AddApplication();
        var app = builder.Build();
        app.MapGet("/ready", () => Results.NoContent());
        app.MapPost("/do", (RequestDelegate)(http => DoAsync(http, new Doing(app.Services))));
        await app.RunAsync();
    }

    private static async Task DoAsync(HttpContext http, Doing doing)
    {
        var wish = await http.Request.ReadFromJsonAsync<Wish>(http.RequestAborted);
        try
        {
            var result = await doing.RunAsync(wish!, http.RequestAborted);
            http.Response.StatusCode = result.Ok ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
            await http.Response.WriteAsync(result.Failure?.Sentence ?? "saved");
        }
        catch (NotSavedException busy)
        {
            http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            await http.Response.WriteAsync(busy.Message);
        }
    }
}
