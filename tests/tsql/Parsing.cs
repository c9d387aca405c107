using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Dashboard.TSqlTests;

/// <summary>Microsoft's own T-SQL parser, for SQL that no server here can run.</summary>
internal static class Parsing
{
    /// <returns>What the parser objects to, with line numbers; empty for a correct script.</returns>
    public static IReadOnlyList<string> Errors(string sql)
    {
        using var reader = new StringReader(sql);
        var script = (TSqlScript)new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        return [.. errors.Select(e => $"line {e.Line}: {e.Message}"), .. script.Batches.Count == 0 ? ["nothing was parsed"] : Array.Empty<string>()];
    }
}
