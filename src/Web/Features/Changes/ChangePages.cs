namespace Dashboard.Web.Features.Changes;

/// <summary>What the page of changes needs.</summary>
public static class ChangePages
{
    public static IServiceCollection AddChangePages(this IServiceCollection services) => services
        .AddScoped<JournalActions>();
}
