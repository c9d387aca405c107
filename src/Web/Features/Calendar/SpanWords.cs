using System.Globalization;
using Dashboard.Application.Calendar;

namespace Dashboard.Web.Features.Calendar;

/// <summary>What a span of days is called: "November 2026", "23–29 Nov 2026", "Tue 24 Nov 2026".</summary>
internal static class SpanWords
{
    private static readonly CultureInfo Words = CultureInfo.InvariantCulture;

    public static string Of(CalendarLayout layout, DateOnly date, CalendarRange range) => layout switch
    {
        CalendarLayout.Month => date.ToString("MMMM yyyy", Words),
        CalendarLayout.Day => date.ToString("ddd d MMM yyyy", Words),
        _ => Between(range.From, range.To.AddDays(-1)),
    };

    private static string Between(DateOnly from, DateOnly to)
    {
        var begin = from.Year != to.Year ? "d MMM yyyy" : from.Month != to.Month ? "d MMM" : "%d";
        return $"{from.ToString(begin, Words)} – {to.ToString("d MMM yyyy", Words)}";
    }
}
