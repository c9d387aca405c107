using Dashboard.Application.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Infrastructure.Persistence;

/// <summary>The embedded engine: one machine, tests, demo.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options, WorkspaceId workspace) : DashboardDb(options, workspace)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);

        // As plain numbers, so that "not closed" becomes a comparison: no index serves the NOT (…) that a bool turns into.
        configurationBuilder.Properties<bool>().HaveConversion<int>();
    }
}
