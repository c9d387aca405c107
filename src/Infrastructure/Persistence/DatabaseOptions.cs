namespace Dashboard.Infrastructure.Persistence;

/// <summary>Configuration section <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    public const string Sqlite = "Sqlite";

    public const string SqlServer = "SqlServer";

    /// <summary><c>Sqlite</c> (one machine) or <c>SqlServer</c>.</summary>
    public string Provider { get; set; } = Sqlite;

    /// <summary>Connection string; for SQLite a file under the data folder when left out.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Most statements EF sends in one round trip; 1 for servers that lack MERGE.</summary>
    public int? MaxBatchSize { get; set; }

    /// <summary>Seconds a save waits for another writer before it says that the database is busy. SQLite only.</summary>
    public int BusySeconds { get; set; } = 15;

    /// <exception cref="InvalidOperationException">The message says what to set.</exception>
    public DatabaseOptions Checked()
    {
        if (Provider is not (Sqlite or SqlServer))
        {
            throw new InvalidOperationException($"Database:Provider is \"{Provider}\". It is {Sqlite} or {SqlServer}.");
        }

        return string.IsNullOrWhiteSpace(ConnectionString)
            ? throw new InvalidOperationException($"Database:ConnectionString is missing. Database:Provider={Provider} needs one.")
            : this;
    }
}
