using System.Net;
using Dashboard.EndToEndTests.Pages;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;

namespace Dashboard.EndToEndTests.Journeys.Access;

/// <summary>Tasks in somebody's own calendar: an address made, read by a program, replaced and ended.</summary>
public sealed class FeedsJourney(Stack stack) : Journey(stack)
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("TASKLANE_LOOKS");

    [Fact]
    public async Task A_reader_puts_tasks_into_a_calendar_and_ends_it_again()
    {
        var feeds = await FeedsOfAsync(Person.Ben, new() { Permissions = ["clipboard-read", "clipboard-write"] });
        await Assertions.Expect(feeds.Page.Locator("[data-no-feeds]")).ToBeVisibleAsync();
        var first = await feeds.CreateAsync("مهامي 📅");
        await feeds.Page.GetByRole(AriaRole.Button, new() { Name = "Copy" }).ClickAsync();
        await Assertions.Expect(feeds.Page.GetByRole(AriaRole.Button, new() { Name = "Copied" })).ToBeVisibleAsync();
        Assert.Equal(first, await feeds.Page.EvaluateAsync<string>("navigator.clipboard.readText()"));

        using var program = new HttpClient();
        program.DefaultRequestHeaders.UserAgent.ParseAdd("Google-Calendar-Importer");
        Assert.Contains("BEGIN:VEVENT\r\n", await program.GetStringAsync(first));

        // The address is gone with the page; that it was read is told.
        await feeds.OpenAsync();
        await Assertions.Expect(feeds.Address).ToHaveCountAsync(0);
        await Assertions.Expect(feeds.Feed("مهامي 📅")).ToContainTextAsync("Last read by Google Calendar, just now");

        await feeds.SureAsync("مهامي 📅", "New address", "Make a new one");
        await feeds.Address.WaitForAsync();
        var second = await feeds.Address.InnerTextAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync(first)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync(second)).StatusCode);

        await feeds.SureAsync("مهامي 📅", "Revoke", "Revoke");
        await Assertions.Expect(feeds.Page.Locator("[data-no-feeds]")).ToBeVisibleAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync(second)).StatusCode);
    }

    [Fact]
    public async Task An_owner_ends_the_feed_of_a_colleague()
    {
        var aiko = await FeedsOfAsync(Person.Aiko);
        var address = await aiko.CreateAsync("Aikos week", "mine");
        await aiko.OpenAsync();
        using var program = new HttpClient();
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync(address)).StatusCode);

        var maya = await FeedsOfAsync(Person.Maya);
        await Assertions.Expect(maya.Feed("Aikos week")).ToContainTextAsync("Aiko Tanaka's open tasks");
        await maya.SureAsync("Aikos week", "Revoke", "Revoke");
        await Assertions.Expect(maya.Feed("Aikos week")).ToHaveCountAsync(0);
        Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync(address)).StatusCode);
    }

    /// <summary>With <c>TASKLANE_LOOKS</c> naming a folder, pictures of all parts are left there.</summary>
    [Theory]
    [InlineData(ColorScheme.Light, 1400)]
    [InlineData(ColorScheme.Dark, 1400)]
    [InlineData(ColorScheme.Light, 390)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Nothing_is_serious_on_any_part(ColorScheme scheme, int width)
    {
        var feeds = await FeedsOfAsync(Person.Daniel, new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 860 } });
        feeds.Visitor.Expect("Applying inline style");
        var found = new List<string>();
        async Task LookAsync(string part)
        {
            if (Folder is not null)
            {
                await feeds.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"feeds-{part}-{width}-{scheme}.png"), FullPage = true, Animations = ScreenshotAnimations.Disabled });
            }

            found.AddRange(await Axe.SeriousAsync(feeds.Page, part));
            if (!await feeds.Page.EvaluateAsync<bool>("document.scrollingElement.scrollWidth <= document.scrollingElement.clientWidth"))
            {
                found.Add($"{part}: the page scrolls sideways");
            }
        }

        await LookAsync("empty");
        await feeds.Page.Locator("#feed-name").FillAsync(" ");
        await feeds.Page.GetByRole(AriaRole.Button, new() { Name = "Create feed" }).ClickAsync();
        await Assertions.Expect(feeds.Problem).ToContainTextAsync("Give the feed a name.");
        await LookAsync("refused");
        var name = string.Concat(Enumerable.Repeat("Überlänge ", 8)).Trim();
        await feeds.CreateAsync(name);
        await Assertions.Expect(feeds.Address).ToBeInViewportAsync();
        await LookAsync("made");
        await feeds.Feed(name).GetByRole(AriaRole.Button, new() { Name = "Revoke", Exact = true }).ClickAsync();
        await LookAsync("asked");
        await feeds.Feed(name).Locator(".confirm").GetByRole(AriaRole.Button, new() { Name = "Revoke", Exact = true }).ClickAsync();
        await feeds.Page.Locator("[data-no-feeds]").WaitForAsync();
        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
    }

    private async Task<FeedsPage> FeedsOfAsync(Person person, BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.StorageState = await Stack.Scene.SignedInAsync(person);
        var feeds = new FeedsPage(await ArriveAsync(options), await Stack.Scene.WorkspaceAsync());
        await feeds.OpenAsync();
        return feeds;
    }
}
