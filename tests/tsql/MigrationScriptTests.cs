using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;

namespace Dashboard.TSqlTests;

public sealed class MigrationScriptTests
{
    [Theory]
    [InlineData(MigrationsSqlGenerationOptions.Default)]
    [InlineData(MigrationsSqlGenerationOptions.Idempotent)]
    public void The_migrations_are_a_script_that_SQL_Server_reads(MigrationsSqlGenerationOptions options)
    {
        var script = Script(options);
        Assert.Contains("CREATE TABLE [Tasks]", script, StringComparison.Ordinal);
        Assert.Empty(Parsing.Errors(script));
    }

    [Fact]
    public void Each_migration_can_be_taken_back()
    {
        using var db = ServerContext.Databases.OpenEngine();
        var back = db.GetService<IMigrator>().GenerateScript(db.Database.GetMigrations().Last(), Migration.InitialDatabase);
        Assert.Contains("DROP TABLE [Tasks]", back, StringComparison.Ordinal);
        Assert.Empty(Parsing.Errors(back));
    }

    [Theory]
    [InlineData("CREATE TABLE [Tasks] (", "CREATE TABLE [Tasks] ((")]
    [InlineData("NOT NULL", "NOT NIL")]
    [InlineData("CREATE UNIQUE INDEX", "CREATE UNIQUELY INDEX")]
    public void A_broken_script_is_noticed(string right, string wrong)
    {
        var script = Script(MigrationsSqlGenerationOptions.Default);
        Assert.Contains(right, script, StringComparison.Ordinal);
        Assert.NotEmpty(Parsing.Errors(script.Replace(right, wrong, StringComparison.Ordinal)));
    }

    [Fact]
    public void An_empty_script_is_noticed() => Assert.NotEmpty(Parsing.Errors(""));

    private static string Script(MigrationsSqlGenerationOptions options)
    {
        using var db = ServerContext.Databases.OpenEngine();
        return db.GetService<IMigrator>().GenerateScript(options: options);
    }
}
