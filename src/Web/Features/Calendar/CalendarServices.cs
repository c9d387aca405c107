namespace Dashboard.Web.Features.Calendar;

/// <summary>The calendar's page.</summary>
public static class CalendarServices
{
    public static IServiceCollection AddCalendarPages(this IServiceCollection services) => services.AddScoped<CalendarActions>();
}
