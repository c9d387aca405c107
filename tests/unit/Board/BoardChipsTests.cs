using Bunit;
using Dashboard.Application.Board;
using Dashboard.Application.Kernel;
using Dashboard.Application.Records;
using Dashboard.Application.Tasks;
using Dashboard.Web.Shell.Filters;
using Xunit;

namespace Dashboard.UnitTests.Board;

public sealed class BoardChipsTests : BunitContext
{
    private static readonly WorkspaceId Workspace = new(Guid.NewGuid());

    private static readonly PortalWords Words = new(
        [Option(TaskProperty.Type, "CALL", "Call"), Option(TaskProperty.Type, "CALL_2", "Call"), Option(TaskProperty.Priority, "HIGH", "High")],
        [new Owner { WorkspaceId = Workspace, Id = 7, Name = "Ana <b>Ruiz</b>" }]);

    private static readonly BoardQuery Everything = new()
    {
        Group = BoardGrouping.Owner, Owner = OwnerFilter.One(7), Types = ["CALL", "CALL_2", "ODD"], Priorities = ["HIGH"], Due = DueBucket.Overdue, Text = "50% & more", Closed = ClosedWindow.All,
    };

    [Fact]
    public void Every_filter_has_a_chip_in_the_portals_words() => Assert.Equal(
        ["Owner Ana <b>Ruiz</b>", "Due Overdue", "Type Call", "Type Call", "Type ODD", "Priority High", "Search 50% & more", "Completed All"],
        BoardFilters.In(Everything, Words).Select(filter => filter.Spoken));

    [Fact]
    public void Where_everybody_begins_there_is_none()
    {
        Assert.Empty(BoardFilters.In(BoardQuery.Default, Words));
        Assert.Empty(BoardFilters.In(BoardQuery.Default with { Owner = OwnerFilter.Everyone, Group = BoardGrouping.Due }, Words));
    }

    [Fact]
    public void Taking_them_away_one_by_one_ends_where_taking_all_away_does()
    {
        var query = Everything;
        for (var left = BoardFilters.In(query, Words).Count; left > 0; left--)
        {
            query = BoardFilters.In(query, Words)[^1].Without;
            Assert.Equal(left - 1, BoardFilters.In(query, Words).Count);
        }

        Assert.Equivalent(BoardFilters.Cleared(Everything), query, strict: true);
        Assert.Equal((BoardGrouping.Owner, OwnerFilter.Everyone), (query.Group, query.Owner));
        Assert.Equal(OwnerFilter.Me, BoardFilters.Cleared(Everything with { Owner = OwnerFilter.Me }).Owner);
    }

    [Fact]
    public void A_press_takes_one_of_two_that_read_the_same()
    {
        BoardQuery? asked = null;
        var chips = Draw(Everything, next => asked = next);

        chips.FindAll("[aria-label='Remove filter: Type Call']")[1].Click();

        Assert.Equal(["CALL", "ODD"], asked!.Types);
        Assert.Equal(Everything with { Types = asked.Types }, asked);
        Assert.Empty(chips.FindAll("b"));
    }

    [Fact]
    public void Clear_all_is_for_more_than_one()
    {
        BoardQuery? asked = null;
        Assert.Empty(Draw(new BoardQuery { Text = "x" }, _ => { }).FindAll("[data-clear-filters]"));

        Draw(Everything, next => asked = next).Find("[data-clear-filters]").Click();

        Assert.Equal(BoardFilters.Cleared(Everything), asked);
    }

    private IRenderedComponent<BoardChips> Draw(BoardQuery query, Action<BoardQuery> changed)
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        return Render<BoardChips>(p => p.Add(c => c.Filters, BoardFilters.In(query, Words)).Add(c => c.Cleared, BoardFilters.Cleared(query)).Add(c => c.Changed, changed));
    }

    private static PropertyOption Option(string property, string value, string label) => new() { WorkspaceId = Workspace, Property = property, Value = value, Label = label };
}
