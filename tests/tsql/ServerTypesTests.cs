using System.Reflection;
using Microsoft.Data.SqlClient;
using Xunit;

namespace Dashboard.TSqlTests;

/// <summary>The stand-in of Microsoft.SqlServer.Server: SqlClient finds it by its full name and touches it with every parameter.</summary>
public sealed class ServerTypesTests
{
    [Fact]
    public void It_has_the_identity_that_SqlClient_asks_for()
    {
        var wanted = typeof(SqlConnection).Assembly.GetReferencedAssemblies().Single(name => name.Name == "Microsoft.SqlServer.Server");
        var found = Assembly.Load(wanted).GetName();

        Assert.Equal("Microsoft.SqlServer.Server", found.Name);
        Assert.Equal(new Version(1, 0, 0, 0), found.Version);
        Assert.Equal(wanted.Version, found.Version);
        Assert.Equal("23ec7fc2d6eaa4a5", Convert.ToHexStringLower(found.GetPublicKeyToken()!));
        Assert.Equal(wanted.GetPublicKeyToken(), found.GetPublicKeyToken());
    }

    [Fact]
    public void A_parameter_can_be_given_a_value()
    {
        using var command = new SqlCommand("SELECT @p");
        command.Parameters.AddWithValue("@p", Guid.Empty);
        Assert.Equal(System.Data.SqlDbType.UniqueIdentifier, command.Parameters[0].SqlDbType);
    }
}
