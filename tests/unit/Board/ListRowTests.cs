using Bunit;
using Dashboard.Application.Board;
using Dashboard.Application.Board.Table;
using Dashboard.Application.Records;
using Dashboard.Application.Tasks;
using Dashboard.Web.Features.List;
using Xunit;

namespace Dashboard.UnitTests.Board;

public sealed class ListRowTests : BunitContext
{
    private static readonly TaskTable Table = new(
        [], 0, 1, new PortalWords([], [new Owner { WorkspaceId = new(Guid.NewGuid()), Id = Desk.Me, Name = "<img src=x onerror=alert(1)>" }]), new DueBuckets(Desk.Now, Desk.Berlin), new BoardFreshness(true, false, default, 0, null, null));

    private static readonly Card Plain = new(
        7, "Call Ana", Desk.Now.AddDays(-3), null, false, "NOT_STARTED", "HIGH", "CALL", Desk.Me, 0, new CardRecords("Acme", 2), CardChange.Saved);

    private static readonly CardChange Refused = new(TaskChangeState.Refused, Guid.NewGuid(), "HubSpot did not accept this: <i>Outcome</i> is required.", "abc");

    private readonly List<Card> again = [];

    [Fact]
    public void Whatever_HubSpot_holds_is_text_in_every_column()
    {
        var hostile = Plain with { Subject = "<script>alert(1)</script>", Records = new("\"><svg onload=alert(1)>", 0), Priority = "<b>", Type = "' onclick='x", Status = "<u>" };
        var row = Draw(hostile);

        Assert.Empty(row.FindAll("script, img, b, u, [onclick], [onload], [onerror]"));
        Assert.Contains("<script>alert(1)</script>", row.Find("[data-subject]").TextContent);
    }

    [Fact]
    public void Overdue_is_said_in_words_until_the_task_is_done()
    {
        Assert.Equal("3 days overdue", Draw(Plain).Find(".c-due .overdue").TextContent);
        Assert.Empty(Draw(Plain with { IsClosed = true }).FindAll(".overdue"));
    }

    [Fact]
    public void A_refused_row_gives_HubSpots_reason_and_only_a_member_both_ways_on()
    {
        var row = Draw(Plain with { Change = Refused });

        Assert.Equal("refused", row.Find("tr").GetAttribute("data-state"));
        Assert.Contains("<i>Outcome</i> is required", row.Find(".refusal").TextContent);
        Assert.Equal(["Try again", "Let it be"], row.FindAll("button").Select(b => b.TextContent));
        row.Find("button").Click();
        Assert.Equal(Refused.Id, Assert.Single(again).Change.Id);
        Assert.Empty(Draw(Plain with { Change = Refused }, mayWork: false).FindAll("button, input"));
    }

    [Fact]
    public void A_row_is_drawn_again_only_when_it_shows_something_else()
    {
        var row = Draw(Plain);
        var draws = row.RenderCount;

        row.Render(p => p.Add(r => r.Row, Row(Plain with { })));
        Assert.Equal(draws, row.RenderCount);

        row.Render(p => p.Add(r => r.Row, Row(Plain with { Priority = "LOW" })));
        Assert.Equal(draws + 1, row.RenderCount);
    }

    private static TableRow Row(Card card) => new(card, Desk.Now, Desk.Now);

    private IRenderedComponent<ListRow> Draw(Card card, bool mayWork = true) => Render<ListRow>(p => p
        .Add(r => r.Row, Row(card))
        .Add(r => r.Table, Table)
        .Add(r => r.Columns, ListColumn.All)
        .Add(r => r.Address, "/w/team/list?task=7")
        .Add(r => r.Retry, again.Add)
        .Add(r => r.MayWork, mayWork));
}
