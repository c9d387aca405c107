using Microsoft.Playwright;

namespace Dashboard.EndToEndTests.Support;

/// <summary>Which browser, and how it starts: <c>TASKLANE_CHROMIUM</c> (set by <c>./test</c>), a usual place, or Playwright's own.</summary>
internal static class Chromium
{
    private static readonly string[] Usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    public static BrowserTypeLaunchOptions Options => new()
    {
        ExecutablePath = Environment.GetEnvironmentVariable("TASKLANE_CHROMIUM") is { Length: > 0 } named ? named : Array.Find(Usual, File.Exists),
        Args =
        [
            "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync",
        ],
    };
}
