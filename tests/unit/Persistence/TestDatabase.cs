using Dashboard.Application.Kernel;
using Dashboard.Infrastructure.Persistence;
using Dashboard.Infrastructure.Persistence.Starting;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.UnitTests.Persistence;

/// <summary>A migrated database of its own: a file in a temporary folder, or a database on the configured server. Gone afterwards.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    public const string ServerVariable = "DASHBOARD_TEST_SQLSERVER";

    private static readonly Lazy<Task<byte[]>> Migrated = new(MigrateOnceAsync);
    private readonly string? folder;

    private TestDatabase(DatabaseOptions options, string? folder)
    {
        Options = options;
        Databases = new DashboardDbs(options);
        this.folder = folder;
    }

    /// <summary>Connection string of a SQL Server where databases may be made; null when there is none.</summary>
    public static string? Server => Environment.GetEnvironmentVariable(ServerVariable) is { Length: > 0 } text ? text : null;

    public DatabaseOptions Options { get; }

    public DashboardDbs Databases { get; }

    public string File => new SqliteConnectionStringBuilder(Options.ConnectionString).DataSource;

    /// <summary>A new SQLite file, already migrated.</summary>
    public static async Task<TestDatabase> NewAsync()
    {
        var database = Empty();
        await System.IO.File.WriteAllBytesAsync(database.File, await Migrated.Value);
        return database;
    }

    public static async Task<TestDatabase> OnAsync(Engine engine)
    {
        if (engine == Engine.Sqlite)
        {
            return await NewAsync();
        }

        var connection = new SqlConnectionStringBuilder(Server) { InitialCatalog = $"tasklane_{Guid.NewGuid():N}" }.ToString();
        var database = new TestDatabase(new() { Provider = DatabaseOptions.SqlServer, ConnectionString = connection }, null);
        await database.StartAsync();
        return database;
    }

    /// <summary>A place for a SQLite file that is not there yet.</summary>
    public static TestDatabase Empty(int busySeconds = 15)
    {
        var folder = Directory.CreateTempSubdirectory("tasklane-").FullName;
        return new(new() { ConnectionString = $"Data Source={Path.Combine(folder, "tasklane.db")}", BusySeconds = busySeconds }, folder);
    }

    public Task StartAsync() =>
        new DatabaseStart(Databases, Options, TimeProvider.System, NullLogger<DatabaseStart>.Instance).RunAsync(CancellationToken.None);

    public DashboardDb Open(WorkspaceId workspace) => (DashboardDb)Databases.Open(workspace);

    /// <summary>Sends one command past the product, as somebody with the file would.</summary>
    public async Task<object?> AskFileAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={File};Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (folder is null)
        {
            await using var db = Databases.OpenEngine();
            await db.Database.EnsureDeletedAsync();
            return;
        }

        await using (var db = Databases.OpenEngine())
        {
            SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task<byte[]> MigrateOnceAsync()
    {
        await using var database = Empty();
        await database.StartAsync();
        await database.AskFileAsync("PRAGMA wal_checkpoint(TRUNCATE);");
        return await System.IO.File.ReadAllBytesAsync(database.File);
    }
}
