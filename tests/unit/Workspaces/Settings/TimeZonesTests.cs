using Dashboard.Application.People.Settings;
using Xunit;

namespace Dashboard.UnitTests.Workspaces.Settings;

public sealed class TimeZonesTests
{
    private static readonly DateTimeOffset Winter = DateTimeOffset.Parse("2026-12-01T12:00:00Z");

    [Theory]
    [InlineData("berl", "Europe/Berlin")]
    [InlineData("New York", "America/New_York")]
    [InlineData("nepal", "Asia/Kathmandu")]
    [InlineData("calcutta", "Asia/Kolkata")]
    [InlineData("Buenos aires", "America/Argentina/Buenos_Aires")]
    [InlineData("oslo", "Europe/Oslo")]
    [InlineData("utc", "Etc/UTC")]
    [InlineData("São Paulo", "America/Sao_Paulo")]
    public void A_zone_is_found_by_city_country_or_former_name(string text, string zone) =>
        Assert.Equal(zone, TimeZones.Find(text, Winter, 10)[0].Id);

    [Fact]
    public void What_is_found_says_where_and_how_far_from_UTC() =>
        Assert.Equal(new ZoneFind("Asia/Kathmandu", "Nepal", new(5, 45, 0)), TimeZones.Find("kathmandu", Winter, 10).Single());

    [Fact]
    public void Nothing_that_is_offered_is_refused_when_chosen()
    {
        var all = TimeZones.Find("", Winter, int.MaxValue);
        Assert.InRange(all.Count, 300, 600);
        Assert.All(all, found => Assert.True(TimeZones.IsKnown(found.Id), found.Id));
        Assert.Equal(5, TimeZones.Find("", Winter, 5).Count);
        Assert.Empty(TimeZones.Find("atlantis", Winter, 5));
    }

    [Theory]
    [InlineData("Asia/Calcutta", "Asia/Kolkata", true)]
    [InlineData("Europe/Berlin", "Europe/Berlin", true)]
    [InlineData("Europe/Berlin", "Europe/London", false)]
    [InlineData("Nowhere/A", "Nowhere/B", false)]
    public void A_former_name_is_the_same_zone(string one, string other, bool same) => Assert.Equal(same, TimeZones.AreOne(one, other));
}
