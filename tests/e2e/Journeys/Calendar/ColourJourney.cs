using System.Text.RegularExpressions;
using Dashboard.EndToEndTests.Pages;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;

namespace Dashboard.EndToEndTests.Journeys.Calendar;

/// <summary>Cards coloured by type or owner, on the calendar and the board, and the choices that stand beside it in the toolbar.</summary>
public sealed class ColourJourney(Stack stack) : CalendarJourneys(stack)
{
    [Fact]
    public async Task Colours_are_named_by_a_legend_kept_in_the_address_and_followed_by_the_board()
    {
        var task = await TaskAsync("2035-05-15T09:30+02:00", "Coloured one");
        var calendar = await CalendarOfAsync(Person.Maya, "date=2035-05-14");
        await Assertions.Expect(calendar.Page.Locator("[data-legend]")).ToHaveCountAsync(0);

        await calendar.Looks.PressAsync("Enter");
        await calendar.Picker("Colour").FocusAsync();
        await calendar.Page.Keyboard.PressAsync("ArrowDown");

        await Assertions.Expect(calendar.Page).ToHaveURLAsync(new Regex("colour=type"));
        await Assertions.Expect(calendar.Card(task)).ToHaveClassAsync(new Regex("by-type hue-[1-8]"));
        await Assertions.Expect(calendar.Card(task).Locator(".type svg")).ToBeVisibleAsync();
        await Assertions.Expect(calendar.Page.Locator("[data-legend]")).ToContainTextAsync("Call");

        await calendar.Page.Keyboard.PressAsync("Escape");
        await calendar.Page.Locator("nav.switch a[aria-label^=Board]").ClickAsync();
        await Assertions.Expect(calendar.Page.Locator("[data-cards] > .by-type").First).ToBeVisibleAsync();
        await calendar.Looks.ClickAsync();
        await calendar.Picker("Colour").SelectOptionAsync("Owner");
        await Assertions.Expect(calendar.Page.Locator("[data-cards] > .by-owner").First).ToBeVisibleAsync();
        await calendar.Picker("Colour").SelectOptionAsync("Nothing");
        await Assertions.Expect(calendar.Page.Locator("[data-legend]")).ToHaveCountAsync(0);
        await Assertions.Expect(calendar.Page).Not.ToHaveURLAsync(new Regex("colour="));
    }

    [Fact]
    public async Task A_card_keeps_its_colour_in_the_hand_and_where_it_lands()
    {
        var task = await TaskAsync("2035-06-12T09:30+02:00");
        var calendar = await CalendarOfAsync(Person.Maya, "date=2035-06-11&colour=type");
        var before = await Sandbox.NowAsync();

        await calendar.LiftAsync(task);
        await CarryToAsync(calendar, calendar.Zone("day:2035-06-20"));
        await Assertions.Expect(Goal(calendar)).ToHaveClassAsync(new Regex("by-type hue-[1-8]"));
        await calendar.Page.Mouse.UpAsync();

        await calendar.IsInAsync("day:2035-06-20", task);
        await Assertions.Expect(calendar.Card(task)).ToHaveClassAsync(new Regex("by-type hue-[1-8]"));
        await Sandbox.HasAsync(task, Due, Utc("2035-06-20T09:30+02:00"), before);
    }

    [Theory]
    [InlineData("[data-done]", "done=hide")]
    [InlineData("[data-tray]", "tray=hide")]
    public async Task Switches_of_the_toolbar_answer_to_Space_and_Enter(string which, string address)
    {
        var calendar = await CalendarOfAsync(Person.Maya, "date=2035-07-09");
        var button = calendar.Page.GetByRole(AriaRole.Button).And(calendar.Page.Locator(which));
        await Assertions.Expect(button).ToHaveAttributeAsync("aria-pressed", "true");
        await button.FocusAsync();

        await calendar.Page.Keyboard.PressAsync("Space");
        await Assertions.Expect(calendar.Page).ToHaveURLAsync(new Regex(address));
        await Assertions.Expect(button).ToHaveAttributeAsync("aria-pressed", "false");
        await calendar.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(calendar.Page).Not.ToHaveURLAsync(new Regex(address));
        await Assertions.Expect(button).ToBeFocusedAsync();
    }

    /// <summary>With <c>TASKLANE_PICTURES=1</c> pictures too.</summary>
    [Theory]
    [InlineData(ColorScheme.Light, 1400)]
    [InlineData(ColorScheme.Dark, 1400)]
    [InlineData(ColorScheme.Light, 390)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Axe_finds_nothing_serious_in_colours_and_nothing_scrolls_sideways(ColorScheme scheme, int width)
    {
        var calendar = await CalendarOfAsync(Person.Maya, "", new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } });
        calendar.Visitor.Expect("Applying inline style");
        var found = new List<string>();
        foreach (var look in new[] { "show=month&colour=type", "show=week&colour=owner", "show=agenda&colour=owner", "show=team&colour=type", "show=agenda&date=2190-01-01" })
        {
            await GoAsync(calendar, look);
            found.AddRange(await LookAsync(calendar, look, $"{width}-{scheme}"));
        }

        await calendar.Looks.ClickAsync();
        await Assertions.Expect(calendar.Picker("Colour")).ToBeVisibleAsync();
        found.AddRange(await LookAsync(calendar, "menu", $"{width}-{scheme}"));
        await calendar.OpenAsync("owner=all&colour=owner");
        found.AddRange(await LookAsync(calendar, "board&colour=owner", $"{width}-{scheme}"));
        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
    }

    [Fact]
    public async Task A_workspace_that_is_not_connected_says_so_on_the_calendar_and_leads_to_the_connection()
    {
        var other = await ElsewhereAsync(5);
        var visitor = await ArriveAsync(at: other);
        await new SignInPage(visitor).SignInAsync(Person.Maya);
        var slug = await new WorkspacesPage(visitor).CreateAsync("Nothing Yet");

        await visitor.GoAsync($"/w/{slug}/calendar?owner=all");

        await Assertions.Expect(visitor.Page.Locator(".no-tasks")).ToContainTextAsync("Your team's HubSpot tasks will stand here");
        await Assertions.Expect(visitor.Page.Locator("[data-calendar]")).ToBeHiddenAsync();
        visitor.Expect("Applying inline style");
        Assert.Empty(await Axe.SeriousAsync(visitor.Page, "not connected"));
        await visitor.Page.Locator(".no-tasks a").ClickAsync();
        await visitor.Page.WaitForURLAsync(new Regex("/settings/connection"));
    }

    private static async Task<List<string>> LookAsync(BoardPage page, string look, string name)
    {
        var found = (await Axe.SeriousAsync(page.Page, look)).ToList();
        if (!await page.Page.EvaluateAsync<bool>("document.querySelector('main').scrollWidth <= innerWidth && document.documentElement.scrollWidth <= innerWidth"))
        {
            found.Add($"{look} scrolls sideways");
        }

        if (Environment.GetEnvironmentVariable("TASKLANE_PICTURES") == "1")
        {
            await page.Visitor.PictureAsync(Path.Combine(Clone.Root, "TestResults", "looks", $"calendar-{look.Replace('&', '-').Replace('=', '-')}-{name}.png"));
        }

        return found;
    }
}
