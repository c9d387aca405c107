using Dashboard.EndToEndTests.Pages;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;

namespace Dashboard.EndToEndTests.Journeys.Calendar;

/// <summary>The calendar's pictures of README and docs. Written only when asked for: <c>TASKLANE_PICTURES=1 ./test e2e Pictures</c>.</summary>
public sealed class CalendarPictures(Stack stack) : CalendarJourneys(stack)
{
    private static readonly (string Look, Func<BrowserNewContextOptions> Options)[] Looks =
    [
        ("", () => Desk(ColorScheme.Light)), ("-dark", () => Desk(ColorScheme.Dark)), ("-phone", () => Phone(ColorScheme.Light)), ("-phone-dark", () => Phone(ColorScheme.Dark)),
    ];

    public static bool Unwanted => Pictures.Unwanted;

    [Fact(Skip = "Pictures are written only with TASKLANE_PICTURES=1.", SkipWhen = nameof(Unwanted))]
    public async Task Of_a_month_of_thousands_and_of_one_of_its_days()
    {
        var other = await ElsewhereAsync(4_500);
        await other.Sandbox.SwitchAsync(new { rateLimits = false });
        await other.Scene.WorkspaceAsync();
        foreach (var (look, options) in Looks)
        {
            var calendar = await CalendarOfAsync(Person.Maya, "", options(), other);
            await TakeAsync(calendar, $"calendar-full-month{look}");
            await calendar.Page.Locator(look.StartsWith("-phone", StringComparison.Ordinal) ? ".month .today [data-badge]" : ".month .today [data-more]").First.ClickAsync();
            await Assertions.Expect(calendar.Page.Locator("[data-close-cell]")).ToBeVisibleAsync();
            await TakeAsync(calendar, $"calendar-full-list{look}");
        }
    }

    [Fact(Skip = "Pictures are written only with TASKLANE_PICTURES=1.", SkipWhen = nameof(Unwanted))]
    public async Task Of_a_month_a_week_and_the_week_of_eight_people()
    {
        foreach (var (look, options) in Looks)
        {
            var calendar = await CalendarOfAsync(Person.Maya, "", options());
            await TakeAsync(calendar, $"calendar-month{look}");
            foreach (var layout in new[] { "week", "team" })
            {
                await GoAsync(calendar, $"show={layout}");
                await TakeAsync(calendar, $"calendar-{layout}{look}");
            }
        }
    }

    private static Task TakeAsync(BoardPage calendar, string name) => calendar.Visitor.PictureAsync(Path.Combine(Clone.Root, "docs", "images", $"{name}.png"));

    private static BrowserNewContextOptions Desk(ColorScheme scheme) => new() { ColorScheme = scheme, ViewportSize = new() { Width = 1400, Height = 860 } };

    private static BrowserNewContextOptions Phone(ColorScheme scheme) =>
        new() { ColorScheme = scheme, HasTouch = true, IsMobile = true, DeviceScaleFactor = 2, ViewportSize = new() { Width = 390, Height = 844 } };
}
