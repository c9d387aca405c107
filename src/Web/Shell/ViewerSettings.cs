using Dashboard.Application.People.Settings;
using Dashboard.Web.SignIn;
using Microsoft.AspNetCore.Http;

namespace Dashboard.Web.Shell;

/// <summary>
/// What is known about the person in front of the browser: what the browser told in cookies that the shell's script keeps, and over it what
/// the person set. Known before the first paint, handed to the circuit as a parameter. Cookies are hostile input: unknown values fall back.
/// </summary>
/// <param name="TimeZone">The zone all times are shown in: the kept one, else the browser's.</param>
public sealed record ViewerSettings(string TimeZone, string Density, string Theme)
{
    public static readonly ViewerSettings Unknown = new("Etc/UTC", "comfortable", "system");

    /// <summary>The zone the browser is in.</summary>
    public string BrowserZone { get; init; } = TimeZone;

    public Habits Habits { get; init; } = Habits.Usual;

    public TimeZoneInfo Zone() => TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>For whatever reckons with days.</summary>
    public OwnTime Own() => new(Zone(), Habits);

    /// <summary>For words that hold a time.</summary>
    public ClockFace Clock() => new(Zone(), Habits.Uses12Hours);

    public static ViewerSettings From(IRequestCookieCollection cookies) => new(
        cookies["tz"] is { Length: > 0 and < 64 } zone && TimeZoneInfo.TryFindSystemTimeZoneById(Uri.UnescapeDataString(zone), out var found) ? found.Id : Unknown.TimeZone,
        cookies["density"] == "dense" ? "dense" : "comfortable",
        cookies["theme"] is "light" or "dark" ? cookies["theme"]! : "system");

    /// <summary>What the browser told, and what a signed-in person set.</summary>
    public static async Task<ViewerSettings> OfAsync(HttpContext http, ShowSettings show)
    {
        var seen = From(http.Request.Cookies);
        return http.User.PersonId() is { } person ? seen.With(await show.RunAsync(person, CancellationToken.None)) : seen;
    }

    /// <summary>A zone that this machine does not know, for its list is older, does not count.</summary>
    public ViewerSettings With(KeptSettings kept) =>
        this with { TimeZone = kept.TimeZone is { } zone && TimeZones.IsKnown(zone) ? zone : BrowserZone, Habits = kept.Habits };
}
