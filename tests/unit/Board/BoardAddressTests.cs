using Dashboard.Application.Board;
using Dashboard.Application.Board.Table;
using Dashboard.Web.Features.List;
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
            Group = BoardGrouping.Due, Owner = OwnerFilter.One(42), Statuses = ["WAITING"], Types = ["CALL", "EMAIL"], Priorities = ["HIGH"], Due = DueBucket.NextWeek, Text = "50% & more", Closed = ClosedWindow.All,
        };

        var read = BoardAddress.Read("http://x" + BoardAddress.Write("/w/team/board", query, 7));

        Assert.Equivalent(query, read, strict: true);
    }

    [Fact]
    public void What_was_chosen_has_no_bare_address_for_that_is_where_ones_own_view_is() => Assert.Equal("/w/team/board?owner=me", BoardAddress.Write("/w/team/board", BoardQuery.Default));

    [Theory]
    [InlineData("?q=a&page=3&sort=-due&task=7", "?sort=-due&task=7")]
    [InlineData("?owner=all&cols=due", "?cols=due")]
    [InlineData("?owner=all&task=7", "?task=7&owner=me")]
    [InlineData("?q=a&view=5", "?view=5")]
    public void Taking_the_filters_away_keeps_all_else_but_the_page(string before, string after) =>
        Assert.Equal("/w/team/list" + after, BoardAddress.With("http://x/w/team/list" + before, BoardQuery.Default));

    [Theory]
    [InlineData("?task=7&bulk=1&new=1&view=5&page=2", "owner=me")]
    [InlineData("", "owner=me")]
    [InlineData("?owner=all&q=50%25&sort=-due&cols=due,owner&task=7", "owner=all&q=50%25&sort=-due&cols=due,owner")]
    public void A_view_keeps_what_is_in_the_page_not_what_stands_beside_it(string address, string kept) =>
        Assert.Equal(kept, PageAddress.ViewOf("http://x/w/team/list" + address));

    [Fact]
    public void A_list_reads_back_its_order_and_columns()
    {
        var address = "http://x" + ListState.WithSort("http://x/w/team/list?owner=all&page=4", TableSort.Subject, descending: true);
        var read = ListState.Read("http://x" + ListState.WithColumns(address, [ListColumn.All[2], ListColumn.All[0]]));

        Assert.Equal((TableSort.Subject, true, 1), (read.Sort, read.Descending, read.Page));
        Assert.Equal(["owner", "due"], read.Columns.Select(column => column.Key));
        Assert.Empty(ListState.Read("http://x" + ListState.WithColumns(address, [])).Columns);
    }

    [Theory]
    [InlineData("?group=nonsense&owner=abc&due=99&closed=maybe&type=,,,&q=%20%20")]
    [InlineData("?group=77&owner=-5&due=-1")]
    public void Nonsense_in_an_address_is_the_default(string query) =>
        Assert.Equivalent(BoardQuery.Default, BoardAddress.Read("http://x/w/team/board" + query), strict: true);
}
