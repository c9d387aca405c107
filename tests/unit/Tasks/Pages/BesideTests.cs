using Dashboard.Web.Shell.Addresses;
using Xunit;

namespace Dashboard.UnitTests.Tasks.Pages;

/// <summary>What stands beside a page, by the address alone.</summary>
public sealed class BesideTests
{
    [Fact]
    public void What_stands_beside_a_page_leaves_the_rest_of_its_address()
    {
        const string Here = "http://localhost/w/acme/board?owner=all&q=a%26b&task=-12&new=1";

        Assert.Equal("/w/acme/board?owner=all&q=a%26b", Beside.Alone(Here));
        Assert.Equal("/w/acme/board?owner=all&q=a%26b&task=7", Beside.WithTask(Here, 7));
        Assert.Equal("1", Beside.NewIn(Here));
        Assert.Equal(-12, Beside.TaskIn(Here));
        Assert.Equal("/w/acme/board?owner=all&q=a%26b&new=record%3A0-1%3A5", Beside.WithNewOf(Here, "0-1", 5));
        Assert.Equal("status:X Y", Beside.NewIn("http://localhost" + Beside.WithNew(Here, "status:X Y")));
    }

    [Theory]
    [InlineData("/w/acme/pins")]
    [InlineData("/w/acme/pins?task=&new=")]
    [InlineData("/w/acme/pins?task=seven")]
    [InlineData("/w/acme/pins?task=7&task=8")]
    public void Nothing_stands_beside_a_page_whose_address_says_nothing_sound(string page)
    {
        Assert.Null(Beside.TaskIn("http://localhost" + page));
        Assert.Null(Beside.NewIn("http://localhost" + page));
    }
}
