using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace Dashboard.Infrastructure.Persistence;

/// <summary>What a person reads when the storage itself is in trouble. https://www.sqlite.org/rescode.html</summary>
internal static class StorageTrouble
{
    /// <summary>Null when the exception is about something else, such as a broken constraint.</summary>
    public static string? Sentence(Exception? failed)
    {
        for (var cause = failed; cause is not null; cause = cause.InnerException)
        {
            if ((cause as SqliteException)?.SqliteErrorCode is { } code && OfSqlite(code) is { } local)
            {
                return local;
            }

            if ((cause as SqlException)?.Number is { } number && OfSqlServer(number) is { } remote)
            {
                return remote;
            }
        }

        return null;
    }

    private static string? OfSqlite(int code) => code switch
    {
        5 or 6 => "The database is busy. This was not saved; try again in a moment.",
        8 => "The database is read-only right now. This was not saved; the operator has to make its file writable.",
        10 or 14 => "The database file cannot be used right now. This was not saved; the operator has to look at the disk.",
        13 => "The disk of the database is full. This was not saved; it works again once there is space.",
        _ => null,
    };

    private static string? OfSqlServer(int number) => number switch
    {
        -2 or 1205 or 1222 => "The database is busy. This was not saved; try again in a moment.",
        1105 or 9002 => "The disk of the database is full. This was not saved; it works again once there is space.",
        3906 => "The database is read-only right now. This was not saved.",
        40197 or 40501 or 40613 or 10053 or 10054 or 10060 => "The database cannot be reached right now. This was not saved; try again in a moment.",
        _ => null,
    };
}
