namespace Dashboard.Web.Features.Workspaces;

internal static class WorkspacePages
{
    public static IServiceCollection AddWorkspacePages(this IServiceCollection services) => services.AddScoped<WorkspaceActions>().AddScoped<MemberActions>();
}
