using System.Text.RegularExpressions;
using Dashboard.EndToEndTests.Pages;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;
using static Dashboard.EndToEndTests.Pages.BoardPage;

namespace Dashboard.EndToEndTests.Journeys;

/// <summary>Point 3: the board reads from the portal, and its address holds what is seen.</summary>
public sealed class BoardJourney(Stack stack) : Journey(stack)
{
    [Fact]
    public async Task Columns_are_the_portals_own_and_unknown_values_have_one_too()
    {
        var board = await BoardOfAsync(Person.Maya, "owner=all&closed=all");
        var zones = await board.ZonesAsync();

        foreach (var known in new[] { NotStarted, "status:IN_PROGRESS", "status:WAITING", Completed, "status:DEFERRED", "status:CANCELLED" })
        {
            Assert.Contains(known, zones);
        }

        await Assertions.Expect(board.Page.GetByRole(AriaRole.Heading, new() { Name = "Other" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Grouping_and_filters_live_in_the_address()
    {
        var board = await BoardOfAsync(Person.Maya);
        var everything = await board.Shown.InnerTextAsync();
        await board.Picker("Group by").SelectOptionAsync("Owner");
        await Assertions.Expect(board.Page).ToHaveURLAsync(new Regex("group=owner"));
        await Assertions.Expect(board.Page.Locator("[data-zone^='owner:']").First).ToBeAttachedAsync();
        var grouped = await board.Shown.InnerTextAsync();
        await board.Picker("Type").SelectOptionAsync("CALL");
        await Assertions.Expect(board.Page).ToHaveURLAsync(new Regex("type=CALL"));
        await Assertions.Expect(board.Shown).Not.ToHaveTextAsync(grouped);
        var narrowed = await board.Shown.InnerTextAsync();
        Assert.Matches(@"[\d,]+ of [\d,]+ tasks", narrowed);

        await board.Page.ReloadAsync();
        await board.Visitor.LiveAsync();
        await Assertions.Expect(board.Shown).ToHaveTextAsync(narrowed);
        await Assertions.Expect(board.Page.Locator("[data-zone^='owner:']").First).ToBeAttachedAsync();

        var daniel = await BoardOfAsync(Person.Daniel, new Uri(board.Page.Url).Query.TrimStart('?'));
        await Assertions.Expect(daniel.Shown).ToHaveTextAsync(narrowed);

        await board.Page.GoBackAsync();
        await Assertions.Expect(board.Shown).ToHaveTextAsync(grouped);
        await board.Page.GoBackAsync();
        await Assertions.Expect(board.Zone(NotStarted)).ToBeAttachedAsync();
        await Assertions.Expect(board.Shown).ToHaveTextAsync(everything);
    }

    [Fact]
    public async Task Mine_is_the_default_and_what_is_hidden_is_counted()
    {
        var board = await BoardOfAsync(Person.Aiko, "");

        await Assertions.Expect(board.Shown).ToHaveTextAsync(new Regex(@"^\d+ of \d+ tasks$"));
        var names = await board.Page.Locator("[data-task-id] .who .name").AllInnerTextsAsync();
        Assert.Equal([Person.Aiko.Name], names.Distinct());
    }

    [Fact]
    public async Task Words_in_subjects_are_found()
    {
        var board = await BoardOfAsync(Person.Maya);
        var search = board.Page.GetByRole(AriaRole.Searchbox);
        await search.FillAsync("quote");
        await search.PressAsync("Enter");

        await Assertions.Expect(board.Page).ToHaveURLAsync(new Regex("q=quote"));
        var subjects = await Eventually.BecomesAsync(
            async () => await board.Page.Locator("[data-subject]").AllInnerTextsAsync(), all => all.All(subject => subject.Contains("quote", StringComparison.OrdinalIgnoreCase)), "only subjects with the word");
        Assert.NotEmpty(subjects);
    }

    [Fact]
    public async Task Words_being_typed_survive_news_of_a_colleague()
    {
        var board = await BoardOfAsync(Person.Maya);
        var card = await board.PickAsync(NotStarted, 4);
        var search = board.Page.GetByRole(AriaRole.Searchbox);
        await search.FillAsync("quote");
        await Sandbox.EditAsync(new { id = card, properties = new { hs_task_subject = "News while somebody types" } });
        await Assertions.Expect(board.Card(card).Locator("[data-subject]")).ToHaveTextAsync("News while somebody types");
        await search.PressAsync("Enter");

        await Assertions.Expect(board.Page).ToHaveURLAsync(new Regex("q=quote"));
    }

    [Fact]
    public async Task Cards_can_be_read_without_any_script()
    {
        var board = await BoardOfAsync(Person.Maya);
        using var http = new HttpClient();
        var cookies = string.Join("; ", (await board.Page.Context.CookiesAsync()).Select(cookie => $"{cookie.Name}={cookie.Value}"));
        using var request = new HttpRequestMessage(HttpMethod.Get, board.Page.Url);
        request.Headers.Add("Cookie", cookies);
        using var answer = await http.SendAsync(request);

        Assert.Matches("data-task-id=\"\\d+\"", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Each_filter_is_a_chip_that_can_be_taken_away()
    {
        var board = await BoardOfAsync(Person.Maya, "owner=all&type=CALL,EMAIL&q=follow");
        await Assertions.Expect(board.Chips).ToHaveTextAsync(["Type Call", "Type Email", "Search follow"]);
        await board.Picker("Priority").SelectOptionAsync("HIGH");
        await Assertions.Expect(board.Chips).ToHaveCountAsync(4);

        await board.RemoveFilterAsync("Type Call");
        await Assertions.Expect(board.Page).ToHaveURLAsync(new Regex(@"\?owner=all&type=EMAIL&q=follow&priority=HIGH$"));
        await Assertions.Expect(board.Page.GetByRole(AriaRole.Button, new() { Name = "Remove filter: Type Email" })).ToBeFocusedAsync();
        await board.RemoveFilterAsync("Priority High");
        await Assertions.Expect(board.Chips).ToHaveTextAsync(["Type Email", "Search follow"]);
        var narrowed = await board.Shown.InnerTextAsync();

        await board.Page.Locator("[data-clear-filters]").ClickAsync();
        await Assertions.Expect(board.Page).ToHaveURLAsync(new Regex(@"\?owner=all$"));
        await Assertions.Expect(board.Chips).ToHaveCountAsync(0);
        await Assertions.Expect(board.Shown).Not.ToHaveTextAsync(narrowed);
        await Assertions.Expect(board.Page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("");

        await board.Page.GoBackAsync();
        await Assertions.Expect(board.Chips).ToHaveTextAsync(["Type Email", "Search follow"]);
    }
}
