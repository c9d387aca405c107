using Dashboard.Application.Board;
using Dashboard.Application.Kernel;
using Dashboard.Application.Records;
using Dashboard.Application.Tasks;
using Dashboard.Web.Cards.Colours;
using Xunit;

namespace Dashboard.UnitTests.Board.Colours;

/// <summary>Which of eight colours a card gets, and what the legend says of it.</summary>
public sealed class CardColoursTests
{
    private static readonly WorkspaceId Workspace = WorkspaceId.New();

    [Fact]
    public void Nothing_is_coloured_unless_somebody_wants_it()
    {
        Assert.Equal("", CardColours.Of(ColourBy.Nothing, Words(3)).ClassesOf(Of(owner: 1)));
        Assert.Empty(CardColours.Of(ColourBy.Nothing, Words(3)).Meanings([Of(owner: 1)], Words(3)));
    }

    [Fact]
    public void Eight_owners_have_a_colour_each_and_all_others_share_the_quiet_one()
    {
        var colours = CardColours.Of(ColourBy.Owner, Words(12));

        var classes = Enumerable.Range(1, 12).Select(id => colours.ClassesOf(Of(owner: id))).ToList();
        Assert.Equal(8, classes.Take(8).Distinct().Count());
        Assert.All(classes.Skip(8), one => Assert.Equal(" by-owner hue-0", one));
        Assert.Equal(" by-owner hue-0", colours.ClassesOf(Of(owner: null)));
    }

    [Fact]
    public void An_owner_keeps_the_colour_when_others_come_or_words_are_read_anew()
    {
        var (few, many) = (CardColours.Of(ColourBy.Owner, Words(3)), CardColours.Of(ColourBy.Owner, Words(8)));

        Assert.All(Enumerable.Range(1, 3), id => Assert.Equal(few.ClassesOf(Of(owner: id)), many.ClassesOf(Of(owner: id))));
        Assert.Equal(few.Key, CardColours.Of(ColourBy.Owner, Words(3)).Key);
        Assert.NotEqual(few.Key, many.Key);
    }

    [Fact]
    public void Owners_whose_ids_ask_for_the_same_colour_get_different_ones()
    {
        var words = new PortalWords([], [.. new long[] { 8, 16, 24 }.Select(id => new Owner { WorkspaceId = Workspace, Id = id, Name = $"Owner {id}" })]);
        var colours = CardColours.Of(ColourBy.Owner, words);

        Assert.Equal(3, new long[] { 8, 16, 24 }.Select(id => colours.ClassesOf(Of(owner: id))).Distinct().Count());
    }

    [Fact]
    public void The_legend_names_what_is_shown_and_the_quiet_colour_last()
    {
        var colours = CardColours.Of(ColourBy.Type, Words(0));

        Assert.Equal(["Todo", "Email", "Others or no type"], colours.Meanings([Of(type: null), Of(type: "EMAIL"), Of(type: "TODO"), Of(type: "TODO"), Of(type: "ODD")], Words(0)).Select(meaning => meaning.Name));
    }

    [Theory]
    [InlineData("https://x/w/a/calendar?owner=all&colour=type", ColourBy.Type)]
    [InlineData("https://x/w/a/calendar?owner=all&colour=OWNER", ColourBy.Owner)]
    [InlineData("https://x/w/a/calendar?owner=all&colour=7", ColourBy.Nothing)]
    [InlineData("https://x/w/a/calendar?owner=all", ColourBy.Nothing)]
    public void The_address_says_it(string address, ColourBy by)
    {
        Assert.Equal(by, ColourAddress.Read(address));
        Assert.Equal(by, ColourAddress.Read("https://x" + ColourAddress.With(address, by)));
    }

    private static PortalWords Words(int owners) => new(
        [.. new[] { "TODO", "CALL", "EMAIL" }.Select((value, at) => new PropertyOption { WorkspaceId = Workspace, Property = TaskProperty.Type, Value = value, Label = value[0] + value[1..].ToLowerInvariant(), Order = at })],
        [.. Enumerable.Range(1, owners).Select(id => new Owner { WorkspaceId = Workspace, Id = id, Name = $"Owner {id}" })]);

    private static Card Of(long? owner = null, string? type = null) => new(1, "Card", null, null, false, null, null, type, owner, 0, CardRecords.None, CardChange.Saved);
}
