using Dashboard.Infrastructure.Persistence;

namespace Dashboard.TSqlTests;

internal static class ServerContext
{
    /// <summary>Over the SQL Server provider; nothing is connected.</summary>
    public static DashboardDbs Databases { get; } =
        new(new() { Provider = DatabaseOptions.SqlServer, ConnectionString = "Server=never-opened;Database=tasklane" });
}
