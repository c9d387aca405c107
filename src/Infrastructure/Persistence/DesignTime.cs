using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Dashboard.Infrastructure.Persistence;

/// <summary>For <c>dotnet ef migrations add … --context SqliteDb</c>; nothing is opened.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=design.db").Options, default);
}

/// <summary>For <c>dotnet ef migrations add … --context SqlServerDb</c>; nothing is opened.</summary>
internal sealed class SqlServerDesignTime : IDesignTimeDbContextFactory<SqlServerDb>
{
    public SqlServerDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerDb>().UseSqlServer("Server=design").Options, default);
}
