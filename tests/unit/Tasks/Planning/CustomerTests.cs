using Dashboard.Application.People.Settings;
using Dashboard.Application.Tasks.Planning;
using Xunit;

namespace Dashboard.UnitTests.Tasks.Planning;

public sealed class CustomerTests
{
    private static readonly ClockFace Berlin = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), Uses12Hours: false);

    [Theory]
    [InlineData("us_slash_mountain", "US/Mountain", "on Denver time")]
    [InlineData("america_slash_new_york", "America/New_York", "on New York time")]
    [InlineData("america_slash_port_hyphen_au_hyphen_prince", "America/Port-au-Prince", "on Port-au-Prince time")]
    [InlineData("america_slash_argentina_slash_buenos_aires", "America/Argentina/Buenos_Aires", "on Buenos Aires time")]
    [InlineData("asia_slash_calcutta", "Asia/Calcutta", "on Kolkata time")]
    [InlineData("navajo", "Navajo", "on Denver time")]
    [InlineData("America/Denver", "America/Denver", "on Denver time")]
    public void Zones_are_read_as_HubSpot_spells_them(string spelled, string zone, string where) =>
        Assert.Equal(new Customer(where, zone), Customer.Of(null, spelled, null));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("mars_slash_olympus")]
    [InlineData("../etc/passwd")]
    public void What_is_no_zone_says_nothing(string? spelled) => Assert.Null(Customer.Of(spelled, spelled, spelled));

    [Fact]
    public void What_HubSpot_says_of_the_task_goes_before_the_contact_and_its_zone_before_its_country()
    {
        Assert.Equal("Asia/Tokyo", Customer.Of("asia_slash_tokyo", "us_slash_mountain", "DE")?.Zones);
        Assert.Equal("US/Mountain", Customer.Of("nowhere", "us_slash_mountain", "DE")?.Zones);
        Assert.Equal(new Customer("in Germany", "Europe/Berlin"), Customer.Of(null, null, "DE"));
    }

    [Theory]
    [InlineData("JP", "in Japan")]
    [InlineData("jp", "in Japan")]
    [InlineData(" Japan ", "in Japan")]
    [InlineData("Germany", "in Germany")]
    [InlineData("United Kingdom", "in Britain (UK)")]
    public void A_country_of_one_clock_is_that_clock(string country, string where)
    {
        var customer = Customer.Of(null, null, country)!;
        Assert.Equal(where, customer.Where);
        Assert.DoesNotContain(' ', customer.Zones);
    }

    [Theory]
    [InlineData("somewhere in the north")]
    [InlineData("EU")]
    [InlineData("ZZ")]
    public void A_country_nobody_knows_is_not_guessed(string country) => Assert.Null(Customer.Of(null, null, country));

    [Fact]
    public void Clocks_of_a_country_that_always_agree_count_once()
    {
        var zones = Customer.Of(null, null, "USA")!.Zones.Split(' ');

        Assert.Equal(Customer.Of(null, null, "US"), Customer.Of(null, null, "United States"));
        Assert.Superset(new HashSet<string> { "America/New_York", "America/Chicago", "America/Denver", "America/Phoenix", "America/Los_Angeles", "America/Anchorage", "Pacific/Honolulu" }, zones.ToHashSet());
        Assert.InRange(zones.Length, 7, 12);
        Assert.DoesNotContain("America/Detroit", zones);
    }

    [Theory]
    [InlineData("2026-01-20T12:59Z", false)] // 07:59 in New York, the first to wake
    [InlineData("2026-01-20T13:00Z", true)]
    [InlineData("2026-01-21T03:59Z", true)] // 17:59 in Honolulu, the last to leave
    [InlineData("2026-01-21T04:00Z", false)]
    public void In_a_country_of_many_zones_only_what_is_outside_in_all_of_them_is_outside(string at, bool takes) =>
        Assert.Equal(takes, Customer.Of(null, null, "US")!.TakesCalls(At(at)));

    /// <summary>Clocks in Denver change on 8 March and 1 November 2026, in Berlin on 29 March and 25 October: the same hour here is another there.</summary>
    [Theory]
    [InlineData("2026-03-06T15:30+01:00", "07:30", false)]
    [InlineData("2026-03-10T15:30+01:00", "08:30", true)]
    [InlineData("2026-03-30T15:30+02:00", "07:30", false)]
    [InlineData("2026-10-23T16:30+02:00", "08:30", true)]
    [InlineData("2026-10-27T16:30+01:00", "09:30", true)]
    [InlineData("2026-11-03T16:30+01:00", "08:30", true)]
    [InlineData("2026-10-27T01:15+01:00", "Mon 18:15", false)]
    [InlineData("2026-11-03T00:45+01:00", "Mon 16:45", true)]
    public void Both_zones_change_their_clocks_on_days_of_their_own(string here, string there, bool takes)
    {
        var denver = Customer.Of(null, "america_slash_denver", null)!;
        Assert.Equal((there, takes), (denver.Time(At(here), Berlin), denver.TakesCalls(At(here))));
    }

    [Theory]
    [InlineData("2026-06-09T14:59Z", false)]
    [InlineData("2026-06-09T15:00Z", true)]
    [InlineData("2026-06-10T00:59Z", true)]
    [InlineData("2026-06-10T01:00Z", false)]
    public void Hours_begin_with_their_first_minute_and_end_before_their_last(string at, bool takes) =>
        Assert.Equal(takes, Customer.Of(null, "america_slash_phoenix", null)!.TakesCalls(At(at)));

    [Fact]
    public void Words_say_whose_clock_and_a_span_where_nobody_knows_which()
    {
        var noon = At("2026-06-10T12:10+02:00");
        Assert.Equal("03:10 for the customer on Phoenix time", Customer.Of("america_slash_phoenix", null, null)!.Words(noon, Berlin));
        Assert.Equal("05:10–08:10 for the customer in Brazil", Customer.Of(null, null, "BR")!.Words(noon, Berlin));
        Assert.Equal("3:10 AM for the customer on Phoenix time", Customer.Of("america_slash_phoenix", null, null)!.Words(noon, Berlin with { Uses12Hours = true }));
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, null);
}
