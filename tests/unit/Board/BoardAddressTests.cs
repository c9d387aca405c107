using Dashboard.Application.Board;
using Dashboard.Web.Shell.Addresses;
using Xunit;

namespace Dashboard.UnitTests.Board;

public sealed class BoardAddressTests
{
    [Fact]
    public void What_is_written_is_read_back()
    {
        var query = new BoardQuery
        {
            Group = BoardGrouping.Due, Owner = OwnerFilter.One(42), Types = ["CALL", "EMAIL"], Priorities = ["HIGH"], Due = DueBucket.NextWeek, Text = "50% & more", Closed = ClosedWindow.All,
        };

        var read = BoardAddress.Read("http://x" + BoardAddress.Write("/w/team/board", query, 7));

        Assert.Equivalent(query, read, strict: true);
    }

    [Fact]
    public void The_default_board_has_a_bare_address() => Assert.Equal("/w/team/board", BoardAddress.Write("/w/team/board", BoardQuery.Default));

    [Theory]
    [InlineData("?group=nonsense&owner=abc&due=99&closed=maybe&type=,,,&q=%20%20")]
    [InlineData("?group=77&owner=-5&due=-1")]
    public void Nonsense_in_an_address_is_the_default(string query) =>
        Assert.Equivalent(BoardQuery.Default, BoardAddress.Read("http://x/w/team/board" + query), strict: true);
}
