using Dashboard.Application.Links.Pins;
using Dashboard.Web.Features.Records.Pins;
using Dashboard.Web.Shell.Addresses;
using Xunit;

namespace Dashboard.UnitTests.Tasks.Records;

public sealed class RecordAddressTests
{
    private const string Page = "https://tasklane.example/w/north/pins?mark=done&q=a%26b";

    [Fact]
    public void A_record_is_read_from_its_address()
    {
        Assert.Equal(("0-1", 77L), RecordAddress.Read("0-1", "77"));
        Assert.Equal(("2-7001", long.MaxValue), RecordAddress.Read("2-7001", "9223372036854775807"));
    }

    [Theory]
    [InlineData("contacts", "1")]
    [InlineData("0-1", "-5")]
    [InlineData("0-1", "0")]
    [InlineData("0-1", " 7")]
    [InlineData("0-1", "9223372036854775808")]
    [InlineData("0-1/../0-2", "7")]
    [InlineData("0-1\n", "7")]
    [InlineData(null, null)]
    public void What_can_be_no_record_is_none(string? type, string? id) => Assert.Null(RecordAddress.Read(type, id));

    [Fact]
    public void A_changed_parameter_leaves_the_rest_of_the_address()
    {
        Assert.Equal("/w/north/pins?q=a%26b", PageAddress.With(Page, ("mark", null)));
        Assert.Equal("/w/north/pins?mark=stale&q=a%26b&rows=200", PageAddress.With(Page, ("rows", "200"), ("mark", "stale")));
    }

    [Theory]
    [InlineData("missing", PinState.Missing)]
    [InlineData("stale", PinState.Stale)]
    [InlineData("nonsense", null)]
    [InlineData(null, null)]
    public void A_mark_nobody_knows_shows_all(string? word, PinState? state) => Assert.Equal(state, PinMark.Read(word));
}
