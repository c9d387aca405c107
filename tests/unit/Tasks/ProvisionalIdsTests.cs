using Dashboard.Application.Tasks;
using Xunit;

namespace Dashboard.UnitTests.Tasks;

public sealed class ProvisionalIdsTests
{
    [Fact]
    public void Provisional_ids_are_negative_differ_and_fit_a_browser()
    {
        var clock = TimeProvider.System;
        var ids = Enumerable.Range(0, 5_000).Select(_ => ProvisionalIds.Next(clock)).ToList();
        Assert.Equal(5_000, ids.Distinct().Count());
        Assert.All(ids, id => Assert.InRange(id, -(1L << 53), -1));
    }
}
