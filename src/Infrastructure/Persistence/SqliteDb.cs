using Dashboard.Application.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Infrastructure.Persistence;

/// <summary>The embedded engine: one machine, tests, demo.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options, WorkspaceId workspace) : DashboardDb(options, workspace);
