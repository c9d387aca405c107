using Dashboard.Application;
using Dashboard.Infrastructure.Background;
using Dashboard.Infrastructure.HubSpot;
using Dashboard.Infrastructure.Persistence;
using Dashboard.Infrastructure.Persistence.Keys;
using Dashboard.Infrastructure.Secrets;
using Dashboard.Web.Api;
using Dashboard.Web.Features.Board;
using Dashboard.Web.Features.Bulk;
using Dashboard.Web.Features.Calendar;
using Dashboard.Web.Features.Changes;
using Dashboard.Web.Features.Connections;
using Dashboard.Web.Features.Feeds;
using Dashboard.Web.Features.Focus;
using Dashboard.Web.Features.List;
using Dashboard.Web.Features.Records;
using Dashboard.Web.Features.Tasks;
using Dashboard.Web.Features.Workspaces;
using Dashboard.Web.Shell;
using Dashboard.Web.Shell.Starting;
using Dashboard.Web.SignIn;

return await Refusal.ToStartAsync(async () =>
{
    var builder = WebApplication.CreateBuilder(args);
    var (services, configuration, environment) = (builder.Services, builder.Configuration, builder.Environment);
    StartUpCheck.Require(
        () => StartUpCheck.RefuseSandbox(configuration, environment),
        () => services.AddSandbox(configuration, environment),
        () => services.AddPersistence(configuration, environment),
        () => services.AddSecrets(configuration, environment),
        () => services.AddKeyRing(),
        () => services.AddHubSpot(configuration, environment),
        () => services.AddBackground(configuration),
        () => services.AddSignIn(configuration, environment));
    services
        .AddApplication()
        .AddShell().AddApi()
        .AddConnectionPages()
        .AddListPages()
        .AddWorkspacePages()
        .AddBoardPages().AddCalendarPages()
        .AddTaskPages()
        .AddScoped<BulkActions>()
        .AddRecordPages()
        .AddChangePages()
        .AddScoped<FocusActions>().AddScoped<FeedActions>();

    var app = builder.Build();
    app.UseShell();
    app.UseSignIn();
    app.UseAntiforgery();
    app.MapStaticAssets();
    app.MapSignIn();
    app.MapConnectReturn();
    app.MapExport();
    app.MapApi();
    app.MapShell();
    await app.RunAsync();
});
