using Microsoft.AspNetCore.Http;

namespace Dashboard.Web.Shell;

/// <summary>
/// What the browser told about the person in front of it, in cookies that the shell's script keeps: known before the first paint,
/// handed to the circuit as a parameter. Hostile input: unknown values fall back.
/// </summary>
public sealed record ViewerSettings(string TimeZone, string Density, string Theme)
{
    public static readonly ViewerSettings Unknown = new("Etc/UTC", "comfortable", "system");

    public TimeZoneInfo Zone() => TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;

    public static ViewerSettings From(IRequestCookieCollection cookies) => new(
        cookies["tz"] is { Length: > 0 and < 64 } zone && TimeZoneInfo.TryFindSystemTimeZoneById(Uri.UnescapeDataString(zone), out var found) ? found.Id : Unknown.TimeZone,
        cookies["density"] == "dense" ? "dense" : "comfortable",
        cookies["theme"] is "light" or "dark" ? cookies["theme"]! : "system");
}
