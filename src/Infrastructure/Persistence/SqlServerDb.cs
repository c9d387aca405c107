using Dashboard.Application.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Infrastructure.Persistence;

/// <summary>The production engine.</summary>
public sealed class SqlServerDb(DbContextOptions<SqlServerDb> options, WorkspaceId workspace) : DashboardDb(options, workspace)
{
    /// <summary>Compares text byte by byte, as SQLite does.</summary>
    private const string Exact = "Latin1_General_100_BIN2";

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);

        // Text with a key or an index on it is an identifier. The server's default would take "a" for "A":
        // two subjects of a sign-in provider would be one person, and two statuses of a portal one column.
        var identifiers = modelBuilder.Model.GetEntityTypes()
            .SelectMany(type => type.GetProperties())
            .Where(property => property.ClrType == typeof(string) && (property.IsKey() || property.IsIndex()));
        foreach (var property in identifiers.ToList())
        {
            property.SetCollation(Exact);
        }
    }
}
