using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Dashboard.UnitTests.Persistence;

/// <summary>A database engine the product runs on.</summary>
public enum Engine
{
    Sqlite,
    SqlServer,
}

/// <summary>Runs a theory once per engine. Without a server to ask, its rows show as skipped and say why.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryEngineAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>(
        [
            new TheoryDataRow<Engine>(Engine.Sqlite),
            new TheoryDataRow<Engine>(Engine.SqlServer)
            {
                Skip = TestDatabase.Server is null ? $"{TestDatabase.ServerVariable} holds no connection string of a SQL Server." : null,
            },
        ]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
