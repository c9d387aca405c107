using System.Globalization;

namespace Dashboard.Web.Features.Connections;

/// <summary>A length of time, rounded as people say it.</summary>
public static class TimeWords
{
    public static string Of(TimeSpan time) => time.TotalSeconds switch
    {
        < 1.5 => "a second",
        < 59.5 => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(time.TotalSeconds)} seconds"),
        < 90 => "a minute",
        < 3570 => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(time.TotalMinutes)} minutes"),
        < 5400 => "an hour",
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(time.TotalHours)} hours"),
    };
}
