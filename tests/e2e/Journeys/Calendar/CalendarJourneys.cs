using Dashboard.EndToEndTests.Pages;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;

namespace Dashboard.EndToEndTests.Journeys.Calendar;

/// <summary>Journeys through the calendar. Each plans in weeks of its own, years ahead, where no other journey has a task.</summary>
public abstract class CalendarJourneys(Stack stack) : Journey(stack)
{
    protected const string Due = "hs_timestamp";

    private protected async Task<BoardPage> CalendarOfAsync(Person person, string query, BrowserNewContextOptions? options = null, Stack? at = null)
    {
        options ??= new();
        options.TimezoneId ??= "Europe/Berlin";
        var calendar = await BoardOfAsync(person, options: options, at: at);
        await GoAsync(calendar, query, at);
        return calendar;
    }

    private protected async Task GoAsync(BoardPage calendar, string query, Stack? at = null)
    {
        await calendar.Visitor.GoAsync($"/w/{await (at ?? Stack).Scene.WorkspaceAsync()}/calendar?owner=all&{query}");
        await calendar.Page.Locator("[data-calendar]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    /// <summary>A task that a colleague made in HubSpot.</summary>
    /// <param name="due">Local time of Berlin, with its offset.</param>
    private protected async Task<string> TaskAsync(string due, string subject = "Plan the visit", Stack? at = null)
    {
        var id = await (at ?? Stack).Sandbox.EditAsync(new
        {
            objectType = "tasks",
            properties = new Dictionary<string, string> { ["hs_task_subject"] = subject, [Due] = Utc(due), ["hs_task_status"] = "NOT_STARTED", ["hs_task_type"] = "CALL" },
        });
        return id;
    }

    /// <summary>An instant as HubSpot writes it.</summary>
    private protected static string Utc(string local) => DateTimeOffset.Parse(local, null).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Carries what is in the hand to the middle of something and rests there.</summary>
    private protected static async Task CarryToAsync(BoardPage calendar, ILocator target, bool fine = false)
    {
        await target.ScrollIntoViewIfNeededAsync();
        var box = (await target.BoundingBoxAsync())!;
        if (fine)
        {
            await calendar.Page.Keyboard.DownAsync("Shift");
        }

        await calendar.Page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2), new() { Steps = 8 });
    }

    private protected static ILocator Goal(BoardPage calendar) => calendar.Page.Locator(".in-hand");

    private protected static Task StandsAtAsync(BoardPage calendar, string id, string at) => Assertions.Expect(calendar.Card(id)).ToHaveAttributeAsync("data-at", at);
}
