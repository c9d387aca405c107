using Dashboard.EndToEndTests.Pages;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;
using static Dashboard.EndToEndTests.Pages.BoardPage;

namespace Dashboard.EndToEndTests.Journeys.Changes;

/// <summary>The page of changes as it looks: with everything on it, empty, narrow, in the dark, to machines that judge accessibility.</summary>
public sealed class LooksJourney(Stack stack) : ChangesJourneys(stack)
{
    private static readonly string[] Parts = ["", "?state=done", "?state=checking", "?state=refused&who=mine"];

    public static bool Unwanted => Environment.GetEnvironmentVariable("TASKLANE_PICTURES") != "1";

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_finds_nothing_serious(ColorScheme scheme)
    {
        var other = await SetAsync();
        var found = new List<string>();
        foreach (var part in Parts)
        {
            var changes = await ChangesOfAsync(Person.Maya, part, new() { ColorScheme = scheme }, other);
            changes.Visitor.Expect("Applying inline style");
            found.AddRange(await Axe.SeriousAsync(changes.Page, part));
        }

        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
    }

    [Fact]
    public async Task Nothing_scrolls_sideways_and_every_target_is_large_enough_on_a_phone()
    {
        var other = await SetAsync();
        var changes = await ChangesOfAsync(Person.Maya, options: new() { ViewportSize = new() { Width = 320, Height = 640 } }, at: other);
        await Assertions.Expect(changes.Lines.First).ToBeVisibleAsync();
        Assert.True(await changes.Page.EvaluateAsync<bool>("document.querySelector('main').scrollWidth <= innerWidth && document.documentElement.scrollWidth <= innerWidth"), "it scrolls sideways");
        var small = await changes.Page.Locator("main button:visible, main a:visible, main summary:visible").EvaluateAllAsync<string[]>(
            """
            all => all.map(one => [one, one.getBoundingClientRect()])
                .filter(([one, box]) => box.width > 1 && (box.height < 24 || box.width < 24) && getComputedStyle(one).display !== 'inline')
                .map(([one, box]) => `${one.outerHTML.slice(0, 120)} is ${Math.round(box.width)} by ${Math.round(box.height)}`)
            """);
        Assert.True(small.Length == 0, string.Join(Environment.NewLine, small.Take(5)));
    }

    [Fact(Skip = "Pictures are written only with TASKLANE_PICTURES=1.", SkipWhen = nameof(Unwanted))]
    public async Task Pictures_of_changes()
    {
        var other = await SetAsync();
        foreach (var (look, options) in new (string, BrowserNewContextOptions)[]
        {
            ("", new() { ColorScheme = ColorScheme.Light, ViewportSize = new() { Width = 1400, Height = 860 } }),
            ("-dark", new() { ColorScheme = ColorScheme.Dark, ViewportSize = new() { Width = 1400, Height = 860 } }),
            ("-phone", new() { ColorScheme = ColorScheme.Light, HasTouch = true, IsMobile = true, DeviceScaleFactor = 2, ViewportSize = new() { Width = 390, Height = 844 } }),
            ("-phone-dark", new() { ColorScheme = ColorScheme.Dark, HasTouch = true, IsMobile = true, DeviceScaleFactor = 2, ViewportSize = new() { Width = 390, Height = 844 } }),
        })
        {
            var changes = await ChangesOfAsync(Person.Maya, options: options, at: other);
            await Assertions.Expect(changes.Lines.First).ToBeVisibleAsync();
            await changes.Visitor.PictureAsync(Path.Combine(Clone.Root, "docs", "images", $"changes{look}.png"));
        }
    }

    /// <summary>Something done, something refused, something that waits.</summary>
    private async Task<Stack> SetAsync()
    {
        // A refused card in the way of others' hands: a scene of its own.
        var other = await ElsewhereAsync(30);
        var board = await BoardOfAsync(Person.Maya, at: other);
        var (done, refused) = (await board.PickAsync(NotStarted, 1), await board.PickAsync(NotStarted, 2));
        await board.MoveByMenuAsync(done, Completed);
        await board.IsInAsync(Completed, done);
        await Assertions.Expect(board.CardIn(Completed, done)).ToHaveAttributeAsync("data-state", "saved");
        await RefuseNextAsync("Call outcome is required to complete a call.", other);
        await board.MoveByMenuAsync(refused, Completed);
        await board.IsRefusedAsync(refused);
        await other.Sandbox.FaultAsync("PATCH", Tasks, new { kind = "status", status = 503 });
        await board.MoveByMenuAsync(await board.PickAsync(NotStarted, 3), Completed);
        await other.Sandbox.StruckAsync();
        return other;
    }
}
