using Dashboard.Web.Features.Tasks.Creating;
using Dashboard.Web.Features.Tasks.Editing;
using Dashboard.Web.Features.Tasks.Links;
using Dashboard.Web.Features.Tasks.Wanted;
using Dashboard.Web.Live;

namespace Dashboard.Web.Features.Tasks;

/// <summary>What the drawer and the form of new tasks work with.</summary>
public static class TaskServices
{
    public static IServiceCollection AddTaskPages(this IServiceCollection services) => services
        .AddScoped<TaskActions>()
        .AddScoped<EditActions>()
        .AddScoped<LinkActions>()
        .AddScoped<CreateActions>()
        .AddScoped<WantedDesk>()
        .AddScoped<WantedActions>()
        .AddScoped<Drafts>();
}
