using System.Text.Json;
using Dashboard.Application.People.Settings;
using Dashboard.Web.Shell;
using Xunit;

namespace Dashboard.UnitTests.Workspaces.Settings;

public sealed class ViewerSettingsTests
{
    private static readonly ViewerSettings InBerlin = new("Europe/Berlin", "dense", "dark");

    private static readonly KeptSettings London = new("Europe/London", Habits.Usual with { Uses12Hours = true, WorkFrom = new(7, 45), Days = WorkDays.Sunday, OnFreeDay = FreeDayDrop.Keep });

    [Fact]
    public void The_kept_zone_goes_before_the_browsers()
    {
        var viewer = InBerlin.With(London);

        Assert.Equal(("Europe/London", "Europe/Berlin", "dense", "dark"), (viewer.Zone().Id, viewer.BrowserZone, viewer.Density, viewer.Theme));
        Assert.Equal("2:30 PM", viewer.Clock().Time(DateTimeOffset.Parse("2026-12-01T14:30:00Z")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Mars/Olympus_Mons")]
    public void Without_a_zone_this_machine_knows_the_browsers_counts(string? kept) =>
        Assert.Equal("Europe/Berlin", InBerlin.With(London with { TimeZone = kept }).Zone().Id);

    [Fact]
    public void The_circuit_gets_all_of_it()
    {
        // As the framework hands parameters of a page to its circuit.
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        var viewer = InBerlin.With(London);

        Assert.Equal(viewer, JsonSerializer.Deserialize<ViewerSettings>(JsonSerializer.Serialize(viewer, options), options));
    }

    [Theory]
    [InlineData("00:00", "00:00", "12:00 AM")]
    [InlineData("09:05", "09:05", "9:05 AM")]
    [InlineData("12:00", "12:00", "12:00 PM")]
    [InlineData("23:59", "23:59", "11:59 PM")]
    public void A_clock_reads_as_its_person_does(string time, string by24, string by12)
    {
        Assert.Equal(by24, new ClockFace(TimeZoneInfo.Utc, false).Time(TimeOnly.Parse(time)));
        Assert.Equal(by12, new ClockFace(TimeZoneInfo.Utc, true).Time(TimeOnly.Parse(time)));
    }
}
