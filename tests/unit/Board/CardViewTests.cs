using Bunit;
using Dashboard.Application.Board;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Records;
using Dashboard.Application.Tasks;
using Dashboard.Web.Cards;
using Dashboard.Web.Shell;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace Dashboard.UnitTests.Board;

public sealed class CardViewTests : BunitContext
{
    private static readonly PortalWords Words = new([], [new Owner { WorkspaceId = new(Guid.NewGuid()), Id = Desk.Me, Name = "<img src=x onerror=alert(1)>" }]);

    private static readonly DueBuckets Now = new(Desk.Now, Desk.Berlin);

    private static readonly Card Plain = new(
        7, "Call Ana", Desk.Now.AddDays(-3), null, false, "NOT_STARTED", "HIGH", "CALL", Desk.Me, 0, new CardRecords("Acme", 2), CardChange.Saved);

    [Fact]
    public void Whatever_HubSpot_holds_is_text()
    {
        var hostile = Plain with { Subject = "<script>alert(1)</script>", Records = new("\"><svg onload=alert(1)>", 0), Priority = "<b>", Type = "' onclick='x" };

        var card = Draw(hostile);

        Assert.Empty(card.FindAll("script, img, [onclick], [onload], [onerror]"));
        Assert.Contains("<script>alert(1)</script>", card.Find("[data-subject]").TextContent);
    }

    [Fact]
    public void Overdue_is_said_in_words_and_spoken() =>
        Assert.Contains("3 days overdue", Draw(Plain).Find("[data-task-id]").GetAttribute("aria-label"));

    [Theory]
    [InlineData(false, "today 14:30", "Saturday 21 November 2026, 14:30")]
    [InlineData(true, "today 2:30 PM", "Saturday 21 November 2026, 2:30 PM")]
    public void Times_read_as_the_person_reads_a_clock(bool by12, string near, string exact)
    {
        RenderTree.Add<CascadingValue<ViewerSettings>>(p => p.Add(v => v.Value, ViewerSettings.Unknown with { Habits = Habits.Usual with { Uses12Hours = by12 } }));

        var card = Draw(Plain with { Due = DateTimeOffset.Parse("2026-11-21T13:30:00Z") });

        Assert.Contains(near, card.Find("[data-task-id]").GetAttribute("aria-label"));
        Assert.NotNull(card.Find($"[title='{exact}']"));
    }

    [Fact]
    public void A_viewer_gets_no_handle_and_no_menu()
    {
        Assert.NotEmpty(Draw(Plain).FindAll("[data-draggable], [data-move-menu]"));
        Assert.Empty(Draw(Plain, mayMove: false).FindAll("[data-draggable], [data-move-menu]"));
    }

    [Fact]
    public void A_refused_card_gives_HubSpots_reason_and_both_ways_on()
    {
        var refused = Plain with { Change = new CardChange(TaskChangeState.Refused, Guid.NewGuid(), "HubSpot did not accept this: Outcome is required.", "abc") };

        var card = Draw(refused);

        Assert.Equal("refused", card.Find("[data-task-id]").GetAttribute("data-state"));
        Assert.Contains("Outcome is required", card.Find(".refusal").TextContent);
        Assert.Equal(["Try again", "Let it be"], card.FindAll(".actions button").Select(b => b.TextContent));
    }

    [Fact]
    public void A_card_without_a_subject_still_has_something_to_click() =>
        Assert.Equal("(no subject)", Draw(Plain with { Subject = " " }).Find("[data-open]").TextContent);

    [Fact]
    public void A_card_is_drawn_again_only_when_it_shows_something_else()
    {
        var card = Draw(Plain);
        var draws = card.RenderCount;

        card.Render(p => p.Add(c => c.Card, Plain with { }));
        Assert.Equal(draws, card.RenderCount);

        card.Render(p => p.Add(c => c.Card, Plain with { Subject = "Call Ben" }));
        Assert.Equal(draws + 1, card.RenderCount);
    }

    [Theory]
    [InlineData(TaskChangeState.Refused, "HubSpot wants Notes and Due first", "Let it be")]
    [InlineData(TaskChangeState.Wanting, "Waits for Notes and Due", "Put it back")]
    public void A_card_that_HubSpot_wants_more_of_says_what_and_offers_to_fill_it_in(TaskChangeState state, string words, string leave)
    {
        var card = Draw(Plain with { Change = new CardChange(state, Guid.NewGuid(), "Refused") { Wants = "hs_task_body,hs_timestamp" } });
        Assert.Equal(words, card.Find(".refusal").TextContent);
        Assert.Equal(["Fill in…", leave], card.FindAll(".actions button").Select(b => b.TextContent));
    }

    private IRenderedComponent<CardView> Draw(Card card, bool mayMove = true) => Render<CardView>(p => p
        .Add(c => c.Card, card)
        .Add(c => c.Words, Words)
        .Add(c => c.Now, Now)
        .Add(c => c.Address, "/w/team/board?task=7")
        .Add(c => c.MayMove, mayMove));
}
