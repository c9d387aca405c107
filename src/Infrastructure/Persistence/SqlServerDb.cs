using Dashboard.Application.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Infrastructure.Persistence;

/// <summary>The production engine.</summary>
public sealed class SqlServerDb(DbContextOptions<SqlServerDb> options, WorkspaceId workspace) : DashboardDb(options, workspace);
