using Dashboard.EndToEndTests.Pages;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;

namespace Dashboard.EndToEndTests.Journeys.Calendar;

/// <summary>Repeating tasks: what comes again is seen, and is nothing that a hand could take for a task.</summary>
public sealed class RepeatsJourney(Stack stack) : CalendarJourneys(stack)
{
    /// <summary>Maya.</summary>
    private const string Owner = "60188201";

    [Fact]
    public async Task Coming_repeats_are_seen_and_are_no_tasks()
    {
        var task = await RepeatingAsync("2034-05-01T09:30+02:00", "RRULE:FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20340515");
        var calendar = await CalendarOfAsync(Person.Maya, "date=2034-05-02");
        var ghosts = Ghosts(calendar, task);
        await CountAsync(ghosts, 4);
        Assert.Equal(["2034-05-03", "2034-05-08", "2034-05-10", "2034-05-15"], await OnAsync(ghosts));
        await Assertions.Expect(calendar.Zone("day:2034-05-08").Locator("[data-count]")).ToHaveAttributeAsync("data-count", "0");
        await Assertions.Expect(calendar.Zone("day:2034-05-01").Locator("[data-count]")).ToHaveAttributeAsync("data-count", "1");

        // Neither dragged nor selected, whatever the hand does.
        var before = await Sandbox.NowAsync();
        var from = (await ghosts.Nth(1).BoundingBoxAsync())!;
        var to = (await calendar.Zone("day:2034-05-18").BoundingBoxAsync())!;
        await calendar.Page.Mouse.MoveAsync(from.X + 20, from.Y + 8);
        await calendar.Page.Mouse.DownAsync();
        await calendar.Page.Mouse.MoveAsync(to.X + 30, to.Y + 40, new() { Steps = 8 });
        await Assertions.Expect(calendar.Page.Locator(".in-hand, .dragging")).ToHaveCountAsync(0);
        await calendar.Page.Mouse.UpAsync();
        await calendar.Page.Keyboard.DownAsync("Shift");
        await calendar.Page.Mouse.MoveAsync(from.X + 20, from.Y + 8);
        await calendar.Page.Mouse.DownAsync();
        await calendar.Page.Mouse.MoveAsync(from.X + 21, from.Y + 9);
        await calendar.Page.Keyboard.UpAsync("Shift");
        await Assertions.Expect(calendar.Page.Locator("[data-selected]")).ToHaveCountAsync(0);
        await calendar.Page.Mouse.MoveAsync(to.X + 30, to.Y + 40);
        await calendar.Page.Mouse.UpAsync();
        Assert.Equal(["2034-05-03", "2034-05-08", "2034-05-10", "2034-05-15"], await OnAsync(ghosts));
        Assert.DoesNotContain(await Sandbox.LedgerAsync(before), effect => effect.ObjectId == task);

        await ghosts.Nth(2).ClickAsync();
        var drawer = calendar.Page.Locator($"[data-drawer-task='{task}']");
        await Assertions.Expect(drawer.Locator("[data-repeats-words]")).ToHaveTextAsync("Every week on Mon and Wed, until 15 May 2034");
        await calendar.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(drawer).ToHaveCountAsync(0);
        await ghosts.Nth(0).FocusAsync();
        await calendar.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(drawer).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Every_layout_shows_them_and_a_team_week_in_the_row_of_its_owner()
    {
        var task = await RepeatingAsync("2034-07-03T09:30+02:00", "RRULE:FREQ=DAILY;COUNT=4", Owner);
        var calendar = await CalendarOfAsync(Person.Maya, "date=2034-07-04&show=team");
        var ghosts = Ghosts(calendar, task);
        await CountAsync(ghosts, 3);
        await Assertions.Expect(calendar.Zone($"owner:{Owner}|day:2034-07-05").Locator($"[data-ghost='{task}']")).ToHaveCountAsync(1);
        await Assertions.Expect(calendar.Zone($"owner:{Owner}|day:2034-07-05").Locator("[data-count]")).ToHaveAttributeAsync("data-count", "0");
        var found = (await Axe.SeriousAsync(calendar.Page, "team week with repeats")).ToList();
        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));

        foreach (var (show, date, count) in new[] { ("week", "2034-07-04", 3), ("workweek", "2034-07-04", 3), ("day", "2034-07-05", 1), ("agenda", "2034-07-04", 3), ("month", "2034-07-04", 3) })
        {
            await GoAsync(calendar, $"show={show}&date={date}");
            await Assertions.Expect(Ghosts(calendar, task)).ToHaveCountAsync(count);
        }
    }

    [Fact]
    public async Task Where_the_portal_does_not_tell_there_are_none()
    {
        var elsewhere = await ElsewhereAsync();
        var task = await RepeatingAsync("2034-08-07T09:30+02:00", "RRULE:FREQ=DAILY;COUNT=4", at: elsewhere);
        await elsewhere.Sandbox.SwitchAsync(new { taskSeriesRefusal = 403 });
        var calendar = await CalendarOfAsync(Person.Maya, "date=2034-08-07", at: elsewhere);
        await Eventually.HoldsAsync(async () => await elsewhere.Sandbox.SeriesCallsAsync() > 0, "the portal to be asked");

        foreach (var layout in new[] { "month", "week", "team", "agenda" })
        {
            await GoAsync(calendar, $"show={layout}&date=2034-08-07", elsewhere);
            await Assertions.Expect(calendar.Card(task)).ToBeVisibleAsync();
            await Assertions.Expect(calendar.Page.Locator("[data-ghost]")).ToHaveCountAsync(0);
        }

        await GoAsync(calendar, $"task={task}", elsewhere);
        await Assertions.Expect(calendar.Page.Locator("[data-repeats-words]")).ToHaveTextAsync("Yes, in HubSpot");
        Assert.Equal(1, await elsewhere.Sandbox.SeriesCallsAsync());
    }

    /// <summary>A task that somebody made repeat in HubSpot.</summary>
    private async Task<string> RepeatingAsync(string due, string rule, string? owner = null, Stack? at = null)
    {
        var sandbox = (at ?? Stack).Sandbox;
        var id = await TaskAsync(due, "Go round the depots", at);
        if (owner is not null)
        {
            await sandbox.EditAsync(new { id, properties = new Dictionary<string, string> { ["hubspot_owner_id"] = owner } });
        }

        await sandbox.RepeatAsync(id, rule, Utc(due));
        return id;
    }

    private static ILocator Ghosts(BoardPage calendar, string task) => calendar.Page.Locator($"[data-ghost='{task}']");

    private static Task<string[]> OnAsync(ILocator ghosts) => ghosts.EvaluateAllAsync<string[]>("all => all.map(one => one.dataset.on)");

    /// <summary>The index hears of a new task with the next reading, and asks how it repeats after it.</summary>
    private static Task CountAsync(ILocator ghosts, int count) => Assertions.Expect(ghosts).ToHaveCountAsync(count, new() { Timeout = 30_000 });
}
