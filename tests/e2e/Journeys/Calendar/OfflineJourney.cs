using Dashboard.EndToEndTests.Pages;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;

namespace Dashboard.EndToEndTests.Journeys.Calendar;

/// <summary>Planning goes on while the line is gone.</summary>
public sealed class OfflineJourney(Stack stack) : CalendarJourneys(stack)
{
    /// <summary>What a browser says when its server is gone.</summary>
    private const string Gone = "WebSocket|ERR_CONNECTION|Failed to|Connection disconnected|Error: |reconnect|TypeError: Failed to fetch";

    [Theory]
    [InlineData("", "day:2031-05-21", "day:2031-05-21", "2031-05-21T09:30+02:00")]
    [InlineData("show=week&", "slot:2031-05-15T14:00", "times:2031-05-15", "2031-05-15T14:00+02:00")]
    public async Task A_drop_without_a_server_is_kept_and_sent_when_it_is_back(string layout, string to, string lane, string becomes)
    {
        var other = await ElsewhereAsync();
        var task = await TaskAsync("2031-05-13T09:30+02:00", "Planned offline", other);
        var calendar = await CalendarOfAsync(Person.Maya, $"{layout}date=2031-05-12", at: other);
        calendar.Visitor.Expect(Gone);
        var before = await other.Sandbox.NowAsync();
        await other.KillWebAsync();
        await calendar.Page.WaitForSelectorAsync("body[data-connection=lost]", new() { State = WaitForSelectorState.Attached });
        await Assertions.Expect(calendar.Page.GetByText("Connection lost")).ToBeVisibleAsync();

        await calendar.LiftAsync(task);
        await CarryToAsync(calendar, calendar.Zone(to));
        await calendar.Page.Mouse.UpAsync();
        await Assertions.Expect(calendar.Landed(lane, task)).ToBeVisibleAsync();
        Assert.DoesNotContain(await other.Sandbox.LedgerAsync(before), effect => effect.ObjectId == task);
        await other.StartWebAsync();

        await other.Sandbox.HasAsync(task, Due, Utc(becomes), before);
        await calendar.Visitor.LiveAsync();
        await calendar.IsInAsync(lane, task);
        Assert.Contains("date=2031-05-12", calendar.Page.Url, StringComparison.Ordinal);
    }
}
