using Dashboard.EndToEndTests.Pages.Records;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;

namespace Dashboard.EndToEndTests.Journeys.Records;

/// <summary>Pinning on a record's page.</summary>
public sealed class PinJourney(Stack stack) : RecordsJourney(stack)
{
    [Fact]
    public async Task A_pin_by_one_shows_at_once_on_the_screen_of_another_and_reaches_HubSpot()
    {
        var company = await Colleague.CompanyAsync(Cast.Name("Together"));
        var task = await Colleague.TaskAsync("Send the offer", "0-2", company);
        var (maya, daniel) = (await RecordOfAsync(Person.Maya, "0-2", company), await RecordOfAsync(Person.Daniel, "0-2", company));
        var before = await Sandbox.NowAsync();

        await maya.PinAsync(task);

        await maya.IsPinnedAsync(task);
        await daniel.IsPinnedAsync(task);
        await Colleague.HasPinAsync(company, task, before);
        await Assertions.Expect(maya.Note).ToContainTextAsync("Pinned");
    }

    [Fact]
    public async Task A_note_that_is_pinned_in_HubSpot_can_be_unpinned_here()
    {
        var company = await Colleague.CompanyAsync(Cast.Name("Noted"));
        await Colleague.TaskAsync("Only a task", "0-2", company);
        await Colleague.PinAsync("0-2", company, "88990011");
        var maya = await RecordOfAsync(Person.Maya, "0-2", company);
        await Assertions.Expect(maya.PinnedPart).ToContainTextAsync("other than a task");
        var before = await Sandbox.NowAsync();

        await maya.PinnedPart.Locator("[data-unpin]").ClickAsync();

        await Assertions.Expect(maya.PinnedPart).ToContainTextAsync("No task is pinned");
        await Assertions.Expect(maya.Note).ToContainTextAsync("Unpinned “another activity”");
        await Colleague.HasNoPinAsync(company, before);
    }

    [Fact]
    public async Task Replacing_says_by_title_what_goes_and_can_be_taken_back()
    {
        var company = await Colleague.CompanyAsync(Cast.Name("Replacing"));
        var (old, next) = (await Colleague.TaskAsync("The old one", "0-2", company), await Colleague.TaskAsync("The next one", "0-2", company));
        await Colleague.PinAsync("0-2", company, old);
        var maya = await RecordOfAsync(Person.Maya, "0-2", company);
        await maya.IsPinnedAsync(old);
        var before = await Sandbox.NowAsync();

        await maya.PinAsync(next);
        await Assertions.Expect(maya.Line(next)).ToContainTextAsync("in place of “The old one”");
        await maya.Line(next).GetByRole(AriaRole.Button, new() { Name = "Replace the pin" }).ClickAsync();

        await maya.IsPinnedAsync(next);
        await Colleague.HasPinAsync(company, next, before);
        await Assertions.Expect(maya.Note).ToContainTextAsync("in place of “The old one”");
        await maya.Undo.ClickAsync();
        await maya.IsPinnedAsync(old);
        await Colleague.HasPinAsync(company, old, before);
    }

    [Fact]
    public async Task A_task_of_an_associated_record_is_associated_and_pinned_in_one_step()
    {
        var company = await Colleague.CompanyAsync(Cast.Name("Parent"));
        var deal = await Colleague.DealAsync(Cast.Name("Child"), company);
        var task = await Colleague.TaskAsync("Of the deal", "0-3", deal);
        var maya = await RecordOfAsync(Person.Maya, "0-2", company);
        await Assertions.Expect(maya.Line(task).Locator("[data-via]")).ToContainTextAsync("of Child");
        var before = await Sandbox.NowAsync();

        await maya.PinAsync(task);

        await maya.IsPinnedAsync(task);
        await Colleague.HasPinAsync(company, task, before);
        await Assertions.Expect(maya.Note).ToContainTextAsync("and associated with Parent");
        await maya.Page.ReloadAsync();
        await maya.Visitor.LiveAsync();
        await maya.IsReadAsync();
        await maya.IsPinnedAsync(task);
    }

    [Fact]
    public async Task When_the_portal_says_no_the_pin_goes_back_with_the_reason()
    {
        var company = await Colleague.CompanyAsync(Cast.Name("Refusing"));
        var (old, next) = (await Colleague.TaskAsync("Stays", "0-2", company), await Colleague.TaskAsync("Not this one", "0-2", company));
        await Colleague.PinAsync("0-2", company, old);
        var maya = await RecordOfAsync(Person.Maya, "0-2", company);
        await Sandbox.FaultAsync("PATCH", $"/{company}", new { kind = "status", status = 400, body = new { status = "error", message = "This activity cannot be pinned here.", category = "VALIDATION_ERROR" } });

        await maya.PinAsync(next);
        await maya.Line(next).GetByRole(AriaRole.Button, new() { Name = "Replace the pin" }).ClickAsync();

        await Assertions.Expect(maya.Notices).ToContainTextAsync("This activity cannot be pinned here.");
        await maya.IsPinnedAsync(old);
        await Assertions.Expect(maya.Line(next)).ToHaveAttributeAsync("data-state", "refused");
        await Sandbox.ClearFaultsAsync();
        var before = await Sandbox.NowAsync();
        await maya.Line(next).GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await maya.IsPinnedAsync(next);
        await Colleague.HasPinAsync(company, next, before);
    }

    [Fact]
    public async Task The_keyboard_alone_pins_replaces_and_unpins()
    {
        var company = await Colleague.CompanyAsync(Cast.Name("Keys"));
        var (one, two) = (await Colleague.TaskAsync("Alpha", "0-2", company), await Colleague.TaskAsync("Beta", "0-2", company));
        var maya = await RecordOfAsync(Person.Maya, "0-2", company);
        await maya.Line(one).Locator("[data-pin]").FocusAsync();
        await maya.Page.Keyboard.PressAsync("Enter");
        await maya.IsPinnedAsync(one);
        await Assertions.Expect(maya.Page.Locator("#pinned-title")).ToBeFocusedAsync();

        await TabToAsync(maya, "Replace… the pinned task");
        await maya.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(maya.Page.Locator(".chooser")).ToBeFocusedAsync();
        await maya.Page.Keyboard.PressAsync("Tab");
        await maya.Page.Keyboard.PressAsync("Space");
        await maya.Page.Keyboard.PressAsync("Tab");
        await maya.Page.Keyboard.PressAsync("Enter");
        await maya.IsPinnedAsync(two);

        var before = await Sandbox.NowAsync();
        await TabToAsync(maya, "Unpin Beta");
        await maya.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(maya.PinnedPart).ToContainTextAsync("No task is pinned");
        await Colleague.HasNoPinAsync(company, before);
    }

    [Fact]
    public async Task A_viewer_sees_the_pin_and_no_handles()
    {
        var company = await Colleague.CompanyAsync(Cast.Name("Looking"));
        var (pinned, other) = (await Colleague.TaskAsync("Pinned", "0-2", company), await Colleague.TaskAsync("Other", "0-2", company));
        await Colleague.PinAsync("0-2", company, pinned);
        var ben = await RecordOfAsync(Person.Ben, "0-2", company);

        await ben.IsPinnedAsync(pinned);
        await Assertions.Expect(ben.Line(other)).ToBeVisibleAsync();
        await Assertions.Expect(ben.Page.Locator(".record button, .record a.primary")).ToHaveCountAsync(0);
    }

    private static async Task TabToAsync(RecordPage page, string name)
    {
        for (var tabs = 0; tabs < 15; tabs++)
        {
            await page.Page.Keyboard.PressAsync("Tab");
            if (await page.Page.EvaluateAsync<string>("document.activeElement.getAttribute('aria-label') ?? ''") == name)
            {
                return;
            }
        }

        Assert.Fail($"Tab never reached \"{name}\"");
    }
}
