using System.Globalization;
using Dashboard.Application.Calendar;

namespace Dashboard.Web.Shell.Addresses;

/// <summary>A calendar as the query string of its address, and back. The filters are those of the board.</summary>
public static class CalendarAddress
{
    private const string Show = "show";
    private const string Date = "date";
    private const string Done = "done";
    private const string Tray = "tray";
    private const string Away = "hide";
    private const string Spread = "spread";
    private const string Chosen = "chosen";

    /// <param name="today">In the person's zone: what is shown when the address names no day.</param>
    public static CalendarQuery Read(string address, DateOnly today) => new(
        Enum.TryParse<CalendarLayout>(PageAddress.One(address, Show), ignoreCase: true, out var layout) && Enum.IsDefined(layout) ? layout : default,
        Day(PageAddress.One(address, Date)) ?? today,
        BoardAddress.Read(address) with { Group = default, Due = null })
    {
        HidesClosed = PageAddress.One(address, Done) == Away,
        HasTray = HasTray(address),
    };

    /// <summary>Whether the selected tasks are being spread over days; which they are is the tab's own.</summary>
    public static bool SpreadsChosen(string address) => PageAddress.One(address, Spread) == Chosen;

    public static string WithSpread(string address, bool spreads) => PageAddress.With(PageAddress.NeverBare(address), (Spread, spreads ? Chosen : null));

    public static bool HasTray(string address) => PageAddress.One(address, Tray) != Away;

    public static string WithLayout(string address, CalendarLayout layout) =>
        PageAddress.Chosen(address, (Show, layout == default ? null : layout.ToString().ToLowerInvariant()));

    /// <param name="day">Null for today, whichever day it is when the address is opened.</param>
    public static string WithDate(string address, DateOnly? day) => PageAddress.Chosen(address, (Date, day is { } date ? Text(date) : null));

    public static string WithDay(string address, DateOnly day) => PageAddress.Chosen(address, (Show, "day"), (Date, Text(day)));

    public static string WithClosed(string address, bool hides) => PageAddress.Chosen(address, (Done, hides ? Away : null));

    public static string WithTray(string address, bool shows) => PageAddress.Chosen(address, (Tray, shows ? null : Away));

    /// <summary>No calendar reaches where dates end: turning a page must stay possible.</summary>
    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1970 and < 2200 ? day : null;

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
