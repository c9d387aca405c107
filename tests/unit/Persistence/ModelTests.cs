using Dashboard.Application.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Xunit;

namespace Dashboard.UnitTests.Persistence;

public sealed class ModelTests
{
    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.SqlServer)]
    public void The_migrations_describe_the_model(Engine engine)
    {
        using var db = new DesignTimeDb(engine);
        Assert.NotEmpty(db.Context.Database.GetMigrations());
        Assert.False(db.Context.Database.HasPendingModelChanges(), "The model changed: add a migration for both engines.");
    }

    [Fact]
    public void Both_engines_have_the_same_migrations()
    {
        using var local = new DesignTimeDb();
        using var server = new DesignTimeDb(Engine.SqlServer);
        Assert.Equal(Names(local), Names(server));

        static IEnumerable<string> Names(DesignTimeDb db) => db.Context.Database.GetMigrations().Select(id => id[(id.IndexOf('_') + 1)..]);
    }

    [Fact]
    public void Identifiers_compare_exactly_on_the_server_too()
    {
        using var db = new DesignTimeDb(Engine.SqlServer);
        var subject = db.Context.GetService<IDesignTimeModel>().Model.FindEntityType(typeof(Person))!.FindProperty(nameof(Person.Subject))!;
        Assert.Equal("Latin1_General_100_BIN2", subject.GetCollation());
    }
}
