using System.Text.RegularExpressions;
using Dashboard.EndToEndTests.Pages;
using Dashboard.EndToEndTests.Pages.Records;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;

namespace Dashboard.EndToEndTests.Journeys.Records;

/// <summary>All pins on one page.</summary>
public sealed class PinsJourney(Stack stack) : RecordsJourney(stack)
{
    [Fact]
    public async Task Marks_tell_what_asks_for_somebody_and_the_address_keeps_the_filter()
    {
        var company = await Colleague.CompanyAsync(Cast.Name("Marked"));
        var deal = await Colleague.DealAsync(Cast.Name("Unpinned deal"), company);
        var task = await Colleague.TaskAsync("Finished already", "0-2", company, "COMPLETED");
        await Colleague.TaskAsync("Waits at the deal", "0-3", deal);
        await Colleague.PinAsync("0-2", company, task);
        await RecordOfAsync(Person.Maya, "0-2", company);
        await RecordOfAsync(Person.Maya, "0-3", deal);
        var pins = await PinsOfAsync(Person.Maya);

        await Assertions.Expect(pins.Line("0-2", company)).ToHaveAttributeAsync("data-mark", "done");
        await Assertions.Expect(pins.Line("0-3", deal)).ToHaveAttributeAsync("data-mark", "missing");
        await pins.Filter("missing").ClickAsync();
        await Assertions.Expect(pins.Page).ToHaveURLAsync(new Regex("mark=missing"));
        await Assertions.Expect(pins.Line("0-2", company)).ToHaveCountAsync(0);
        await pins.Page.ReloadAsync();
        await Assertions.Expect(pins.Line("0-3", deal)).ToBeVisibleAsync();
        await Assertions.Expect(pins.Line("0-2", company)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_pin_is_set_anew_from_here_and_taken_back_and_others_see_it()
    {
        var company = await Colleague.CompanyAsync(Cast.Name("Repin"));
        var (old, next) = (await Colleague.TaskAsync("Over and done", "0-2", company, "COMPLETED"), await Colleague.TaskAsync("What comes next", "0-2", company));
        await Colleague.PinAsync("0-2", company, old);
        await RecordOfAsync(Person.Maya, "0-2", company);
        var (maya, daniel, before) = (await PinsOfAsync(Person.Maya), await PinsOfAsync(Person.Daniel), await Sandbox.NowAsync());

        await maya.Line("0-2", company).GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Re-pin") }).ClickAsync();
        await Assertions.Expect(maya.Chooser).ToContainTextAsync("in place of “Over and done”");
        await maya.Chooser.GetByText("What comes next").ClickAsync();
        await maya.Chooser.GetByRole(AriaRole.Button, new() { Name = "Pin this one" }).ClickAsync();

        await Assertions.Expect(maya.Line("0-2", company)).ToContainTextAsync("What comes next");
        await Assertions.Expect(daniel.Line("0-2", company)).ToContainTextAsync("What comes next");
        await Colleague.HasPinAsync(company, next, before);
        await maya.Undo.ClickAsync();
        await Assertions.Expect(daniel.Line("0-2", company)).ToContainTextAsync("Over and done");
        await Colleague.HasPinAsync(company, old, before);
    }

    [Fact]
    public async Task Unpinning_takes_the_line_away_and_undo_brings_it_back()
    {
        var company = await Colleague.CompanyAsync(Cast.Name("Unpin"));
        var task = await Colleague.TaskAsync("Pinned for now", "0-2", company);
        await Colleague.PinAsync("0-2", company, task);
        await RecordOfAsync(Person.Maya, "0-2", company);
        var (pins, before) = (await PinsOfAsync(Person.Maya), await Sandbox.NowAsync());

        await pins.Line("0-2", company).Locator("[data-unpin]").ClickAsync();
        await Assertions.Expect(pins.Line("0-2", company)).ToHaveCountAsync(0);
        await Colleague.HasNoPinAsync(company, before);
        await pins.Undo.ClickAsync();
        await Assertions.Expect(pins.Line("0-2", company)).ToBeVisibleAsync();
        await Colleague.HasPinAsync(company, task, before);
    }

    [Fact]
    public async Task Without_a_connection_both_pages_say_what_helps()
    {
        var visitor = await ArriveAsync();
        await new SignInPage(visitor).SignInAsync(Person.Maya);
        var slug = await new WorkspacesPage(visitor).CreateAsync(Cast.Name("Bare"));
        foreach (var page in new[] { "pins", "records" })
        {
            await visitor.GoAsync($"/w/{slug}/{page}");
            await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Connect HubSpot" })).ToBeVisibleAsync();
        }
    }
}
