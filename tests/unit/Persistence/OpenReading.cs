using System.Data.Common;

namespace Dashboard.UnitTests.Persistence;

internal static class OpenReading
{
    /// <summary>Starts reading and stays in the middle of it until disposed.</summary>
    public static async Task<DbDataReader> OpenAndReadAsync(this DbConnection connection, string sql)
    {
        await connection.OpenAsync();
        var command = connection.CreateCommand();
        command.CommandText = sql;
        var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return reader;
    }
}
