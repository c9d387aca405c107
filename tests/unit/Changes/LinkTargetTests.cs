using Dashboard.Application.Changes;
using Xunit;

namespace Dashboard.UnitTests.Changes;

public sealed class LinkTargetTests
{
    [Fact]
    public void Targets_survive_the_column_they_are_kept_in()
    {
        LinkTarget[] targets = [new("0-1", 7), new("2-123", 8, new LinkLabel("USER_DEFINED", 37))];
        Assert.Equal(targets, LinkTarget.Read(LinkTarget.Write(targets)));
        Assert.Empty(LinkTarget.Read(LinkTarget.Write([])));
    }
}
