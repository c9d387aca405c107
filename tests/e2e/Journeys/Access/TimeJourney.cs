using System.Globalization;
using Dashboard.EndToEndTests.Pages;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;
using static Dashboard.EndToEndTests.Pages.BoardPage;

namespace Dashboard.EndToEndTests.Journeys.Access;

/// <summary>A person's settings of time are kept and followed everywhere; so are days that are free.</summary>
public sealed class TimeJourney(Stack stack) : Journey(stack)
{
    private static readonly DateTimeOffset Due = new DateTimeOffset(DateTime.UtcNow.Date, TimeSpan.Zero).AddDays(9).AddHours(12).AddMinutes(30);

    [Fact]
    public async Task A_kept_zone_and_clock_are_followed_by_every_browser_until_they_are_given_up()
    {
        var other = await ElsewhereAsync(20);
        var (desk, phone) = (await BoardOfAsync(Person.Maya, at: other), await BoardOfAsync(Person.Maya, at: other));
        var card = await desk.PickAsync(NotStarted);
        await other.Sandbox.EditAsync(new { id = card, properties = new { hs_timestamp = Due.ToString("o", CultureInfo.InvariantCulture) } });
        await SaysAsync(desk, card, "Europe/Berlin", "HH:mm");

        var account = new AccountPage(desk.Visitor);
        await account.OpenAsync();
        await Assertions.Expect(account.Option("As this browser says (Europe/Berlin)")).ToBeCheckedAsync();
        await account.SearchZoneAsync("kathm", "Asia/Kathmandu");
        await account.Option("2:30 PM").CheckAsync();
        await account.SaveAsync();
        await Assertions.Expect(account.KeptZone).ToHaveTextAsync("Asia/Kathmandu");
        await Assertions.Expect(account.Difference).ToContainTextAsync("This browser says Europe/Berlin");

        await desk.OpenAsync();
        await SaysAsync(desk, card, "Asia/Kathmandu", "h:mm tt");
        await SaysAsync(phone, card, "Europe/Berlin", "HH:mm");
        await phone.OpenAsync();
        await SaysAsync(phone, card, "Asia/Kathmandu", "h:mm tt");

        account = new AccountPage(phone.Visitor);
        await account.OpenAsync();
        await account.Option("As this browser says (Europe/Berlin)").CheckAsync();
        await account.SaveAsync();
        await Assertions.Expect(account.Difference).ToHaveCountAsync(0);
        await desk.OpenAsync();
        await SaysAsync(desk, card, "Europe/Berlin", "h:mm tt");
    }

    [Fact]
    public async Task Working_days_and_hours_are_set_by_keyboard_and_refused_in_words_when_they_make_no_sense()
    {
        var other = await ElsewhereAsync(20);
        var visitor = (await BoardOfAsync(Person.Maya, at: other)).Visitor;
        var account = new AccountPage(visitor);
        await account.OpenAsync();
        await account.Hour("from").FillAsync("18:00");
        await account.PressSaveAsync();
        await Assertions.Expect(account.Problem).ToHaveTextAsync("A working day ends after it begins.");

        await account.Hour("from").FillAsync("08:15");
        await account.Option("Friday").PressAsync("Space");
        await account.Option("Saturday").PressAsync("Space");
        await account.Option("A week begins on").SelectOptionAsync("Sunday");
        await account.Option("A task dropped on a free day").SelectOptionAsync("goes to the next working day");
        await account.SaveAsync();

        await account.OpenAsync();
        await Assertions.Expect(account.Hour("from")).ToHaveValueAsync("08:15");
        await Assertions.Expect(account.Option("A week begins on")).ToHaveValueAsync("Sunday");
        await Assertions.Expect(account.Option("A task dropped on a free day")).ToHaveValueAsync("NextWorkDay");
        Assert.Equal(["Monday", "Tuesday", "Wednesday", "Thursday", "Saturday"], await account.Days.EvaluateAllAsync<string[]>("all => all.map(day => day.ariaLabel)"));
    }

    [Fact]
    public async Task An_admin_keeps_the_holidays_and_a_viewer_reads_them()
    {
        var other = await ElsewhereAsync(20);
        var path = $"/w/{await other.Scene.WorkspaceAsync()}/settings/holidays";
        var (admin, viewer) = ((await BoardOfAsync(Person.Maya, at: other)).Visitor, (await BoardOfAsync(Person.Ben, at: other)).Visitor);
        await admin.GoAsync(path);
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "Add" }).ClickAsync();
        await Assertions.Expect(admin.Page.GetByText("Choose a day.")).ToBeVisibleAsync();
        foreach (var (day, name) in new[] { ("2099-12-25", "Christmas Day"), ("2099-01-01", "New Year") })
        {
            await AddDayAsync(admin.Page, day, name);
        }

        await viewer.GoAsync(path);
        await Assertions.Expect(viewer.Page.Locator("[data-day] bdi")).ToHaveTextAsync(["New Year", "Christmas Day"]);
        await Assertions.Expect(viewer.Page.Locator("main form, main [data-day] button")).ToHaveCountAsync(0);

        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "Remove New Year, Thu 1 January 2099" }).ClickAsync();
        await Assertions.Expect(admin.Page.Locator(".said")).ToBeFocusedAsync();
        await viewer.GoAsync(path);
        await Assertions.Expect(viewer.Page.Locator("[data-day] bdi")).ToHaveTextAsync(["Christmas Day"]);
    }

    /// <summary>With <c>TASKLANE_PICTURES=1</c> pictures too.</summary>
    [Fact]
    public async Task Axe_finds_nothing_serious_and_nothing_scrolls_sideways()
    {
        var other = await ElsewhereAsync(20);
        var found = new List<string>();
        foreach (var (scheme, width) in from scheme in new[] { ColorScheme.Light, ColorScheme.Dark } from width in new[] { 1400, 390 } select (scheme, width))
        {
            var board = await BoardOfAsync(Person.Maya, options: new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } }, at: other);
            board.Visitor.Expect("Applying inline style");
            await DressAsync(board.Visitor);
            found.AddRange(await LookAsync(board.Visitor, $"account-{width}-{scheme}"));
            await board.Visitor.GoAsync($"/w/{await other.Scene.WorkspaceAsync()}/settings/holidays");
            await AddDayAsync(board.Page, $"2099-12-{(width / 100) + (int)scheme:00}", "Christmas Day");
            found.AddRange(await LookAsync(board.Visitor, $"holidays-{width}-{scheme}"));
        }

        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
    }

    /// <summary>Brings out what is worth looking at: what was saved, a zone that differs, an error, an open list.</summary>
    private static async Task DressAsync(Visitor visitor)
    {
        var (page, account) = (visitor.Page, new AccountPage(visitor));
        await account.OpenAsync();
        await account.SearchZoneAsync("london", "Europe/London");
        await account.SaveAsync();
        if (await page.Locator("[data-day]").CountAsync() == 0)
        {
            await AddDayAsync(page, "2099-12-25", "A-name-that-never-ends-and-never-breaks-anywhere-at-all-because-somebody-pasted-it");
        }

        await account.Hour("from").FillAsync("23:00");
        await account.PressSaveAsync();
        await Assertions.Expect(account.Problem).ToBeVisibleAsync();
        await page.Locator("#zone").FillAsync("america");
        await Assertions.Expect(page.Locator("#zone-0")).ToBeVisibleAsync();
    }

    private static async Task<List<string>> LookAsync(Visitor visitor, string name)
    {
        var found = (await Axe.SeriousAsync(visitor.Page, name)).ToList();
        if (!await visitor.Page.EvaluateAsync<bool>("document.scrollingElement.scrollWidth <= document.scrollingElement.clientWidth"))
        {
            found.Add($"{name} scrolls sideways");
        }

        if (Environment.GetEnvironmentVariable("TASKLANE_PICTURES") == "1")
        {
            await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(Clone.Root, "TestResults", "looks", $"{name}.png"), FullPage = true });
        }

        return found;
    }

    private static async Task AddDayAsync(IPage page, string day, string name)
    {
        await page.GetByLabel("Day", new() { Exact = true }).FillAsync(day);
        await page.GetByLabel("What it is").FillAsync(name);
        await page.GetByLabel("What it is").PressAsync("Enter");
        await Assertions.Expect(page.Locator($"[data-day='{day}']")).ToContainTextAsync(name);
    }

    /// <summary>The card says when it is due as its person reads a clock.</summary>
    private static async Task SaysAsync(BoardPage board, string card, string zone, string format) => await Assertions.Expect(board.Card(card).Locator(".when [title]").First).ToHaveAttributeAsync(
        "title", TimeZoneInfo.ConvertTime(Due, TimeZoneInfo.FindSystemTimeZoneById(zone)).ToString($"dddd d MMMM yyyy, {format}", CultureInfo.InvariantCulture));
}
