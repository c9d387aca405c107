using System.Text.RegularExpressions;
using Dashboard.EndToEndTests.Pages.Records;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;

namespace Dashboard.EndToEndTests.Journeys.Records;

/// <summary>One field finds every type of record.</summary>
public sealed class SearchJourney(Stack stack) : RecordsJourney(stack)
{
    [Fact]
    public async Task What_no_task_hangs_on_is_found_in_HubSpot_and_the_address_keeps_the_words()
    {
        var name = Cast.Name("Zephyrine");
        var company = await Colleague.CompanyAsync(name);
        var search = await SearchOfAsync(Person.Maya);

        await search.Field.PressSequentiallyAsync(name);
        await search.IsDoneAsync(name);
        await search.FindsAsync("0-2", company);

        await Assertions.Expect(search.Page).ToHaveURLAsync(new Regex($"q=Zephyrine(\\+|%20){name.Split(' ')[1]}$"));
        await Assertions.Expect(search.Groups).ToHaveAttributeAsync("data-group", "0-2");
        await search.Page.ReloadAsync();
        await search.Visitor.LiveAsync();
        await Assertions.Expect(search.Field).ToHaveValueAsync(name);
        await Assertions.Expect(search.Result("0-2", company)).ToContainTextAsync("records.example");
    }

    [Fact]
    public async Task What_is_known_stands_there_while_HubSpot_is_still_searched()
    {
        var search = await SearchOfAsync(Person.Maya);
        await Sandbox.FaultAsync("POST", "/search", new { kind = "delay", milliseconds = 3000 });

        await search.Field.PressSequentiallyAsync("er");

        await Assertions.Expect(search.Results.First).ToBeVisibleAsync();
        await Assertions.Expect(search.Status).ToContainTextAsync("still searching HubSpot");
        await Assertions.Expect(search.Status).ToHaveTextAsync(new Regex("^\\d+ records?$"));
    }

    [Fact]
    public async Task A_late_answer_never_overwrites_a_newer_one()
    {
        var (slow, quick) = (Cast.Name("Obsidian"), Cast.Name("Periwinkle"));
        var (slowId, quickId) = (await Colleague.CompanyAsync(slow), await Colleague.CompanyAsync(quick));
        var search = await SearchOfAsync(Person.Maya);
        await search.Field.FillAsync(slow);
        await search.FindsAsync("0-2", slowId);
        await Sandbox.FaultAsync("POST", "/search", new { kind = "delay", milliseconds = 4000 }, count: 5);

        await search.Field.FillAsync(slow + " ");
        await search.Field.PressAsync("Enter");
        await Sandbox.StruckAsync();
        await search.Field.FillAsync(quick);
        await search.FindsAsync("0-2", quickId);

        await search.IsDoneAsync(quick);
        await Assertions.Expect(search.Result("0-2", slowId)).ToHaveCountAsync(0);
        Assert.Contains("Periwinkle", search.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_a_slow_line_nothing_that_was_typed_is_overtaken_by_its_own_address()
    {
        var visitor = await VisitorAsync(Person.Maya);
        await Line.TapAsync(visitor.Page, TimeSpan.FromMilliseconds(500));
        var search = new SearchPage(visitor, await Stack.Scene.WorkspaceAsync());
        await search.OpenAsync();

        await search.Field.PressSequentiallyAsync("sokolov hannah", new() { Delay = 380 });

        await search.IsDoneAsync("sokolov hannah");
        await Assertions.Expect(search.Page).ToHaveURLAsync(new Regex("q=sokolov(\\+|%20)hannah$"));
        await Assertions.Expect(search.Field).ToHaveValueAsync("sokolov hannah");
    }

    [Fact]
    public async Task Words_typed_before_the_page_is_live_are_searched_and_the_hand_stays_where_it_was()
    {
        var name = Cast.Name("Larkspur");
        var company = await Colleague.CompanyAsync(name);
        var search = await SearchOfAsync(Person.Maya);
        var line = await Line.TapAsync(search.Page);
        line.Hold();
        await search.Page.ReloadAsync();
        await search.Field.PressSequentiallyAsync(name[..4]);
        line.Release();
        await search.Visitor.LiveAsync();

        await search.Page.Keyboard.TypeAsync(name[4..]);

        await search.IsDoneAsync(name);
        await search.FindsAsync("0-2", company);
        await Assertions.Expect(search.Field).ToHaveValueAsync(name);
        await Assertions.Expect(search.Field).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_slash_finds_the_field_before_the_page_is_live()
    {
        var search = await SearchOfAsync(Person.Maya);
        var line = await Line.TapAsync(search.Page);
        line.Hold();
        await search.Page.ReloadAsync();

        await search.Page.Keyboard.PressAsync("/");

        await Assertions.Expect(search.Field).ToBeFocusedAsync();
        line.Release();
        await search.Visitor.LiveAsync();
        await search.Page.Keyboard.TypeAsync("none");
        await Assertions.Expect(search.Field).ToHaveValueAsync("none");
    }

    [Fact]
    public async Task Enter_again_and_again_asks_HubSpot_once_at_a_time()
    {
        var search = await SearchOfAsync(Person.Maya);
        await Sandbox.FaultAsync("POST", "/search", new { kind = "delay", milliseconds = 3000 });
        await search.Field.FillAsync(Cast.Name("Once"));
        await search.Field.PressAsync("Enter");
        await Sandbox.StruckAsync();

        for (var press = 0; press < 12; press++)
        {
            await search.Field.PressAsync("Enter");
        }

        await Assertions.Expect(search.Status).ToHaveAttributeAsync("data-searching", "false");
        // One call for each of the types that are searched.
        Assert.InRange(await Sandbox.StrikesAsync(), 1, 8);
    }

    [Fact]
    public async Task When_HubSpot_does_not_answer_what_is_known_stays_and_the_reason_is_said()
    {
        var search = await SearchOfAsync(Person.Maya);
        await Sandbox.FaultAsync("POST", "/search", new { kind = "status", status = 502, body = new { status = "error", message = "bad gateway" } });

        await search.Field.FillAsync("er");

        await Assertions.Expect(search.Page.Locator(".found .notice")).ToBeVisibleAsync();
        await Assertions.Expect(search.Results.First).ToBeVisibleAsync();
        await Sandbox.ClearFaultsAsync();
        await search.Field.PressAsync("Enter");
        await Assertions.Expect(search.Page.Locator(".found .notice")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_keyboard_alone_finds_opens_and_comes_back()
    {
        var name = Cast.Name("Keystone");
        var company = await Colleague.CompanyAsync(name);
        await Colleague.TaskAsync("Call them", "0-2", company);
        var search = await SearchOfAsync(Person.Maya);
        await search.Page.Keyboard.PressAsync("/");
        await search.Page.Keyboard.TypeAsync(name);
        await search.FindsAsync("0-2", company);

        await search.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(search.Result("0-2", company)).ToBeFocusedAsync();
        await search.Page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(search.Field).ToBeFocusedAsync();
        await search.Page.Keyboard.PressAsync("ArrowDown");
        await search.Page.Keyboard.PressAsync("Enter");
        var record = new RecordPage(search.Visitor, await Stack.Scene.WorkspaceAsync());
        await Assertions.Expect(record.Title).ToHaveTextAsync(name);
        await record.IsReadAsync();

        await search.OpenAsync();
        await Assertions.Expect(search.Result("0-2", company)).ToContainTextAsync("1 open task");
    }

    [Theory]
    [InlineData("%")]
    [InlineData("' or 1=1 --")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("🦊🦊")]
    [InlineData("مرحبا")]
    public async Task Odd_words_are_only_words(string words)
    {
        var search = await SearchOfAsync(Person.Maya, $"?q={Uri.EscapeDataString(words)}");

        await Assertions.Expect(search.Status).ToHaveAttributeAsync("data-searching", "false");
        await Assertions.Expect(search.Field).ToHaveValueAsync(words);
        await Assertions.Expect(search.Page.Locator(".found img")).ToHaveCountAsync(0);
    }
}
