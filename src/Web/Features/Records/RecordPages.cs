using Dashboard.Web.Features.Records.Pins;

namespace Dashboard.Web.Features.Records;

/// <summary>What the pages of records and pins need.</summary>
public static class RecordPages
{
    public static IServiceCollection AddRecordPages(this IServiceCollection services) => services
        .AddScoped<SearchActions>()
        .AddScoped<RecordActions>()
        .AddScoped<PinActions>()
        .AddScoped<PinBoardActions>();
}
