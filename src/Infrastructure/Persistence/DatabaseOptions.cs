namespace Dashboard.Infrastructure.Persistence;

/// <summary>Configuration section <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    /// <summary><c>Sqlite</c> (one machine) or <c>SqlServer</c>.</summary>
    public string Provider { get; set; } = "Sqlite";

    /// <summary>Connection string; for SQLite a file under the data folder when left out.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Most statements EF sends in one round trip; 1 for servers that lack MERGE.</summary>
    public int? MaxBatchSize { get; set; }
}
