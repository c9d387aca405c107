using Dashboard.EndToEndTests.Pages;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;

namespace Dashboard.EndToEndTests.Journeys.Access;

/// <summary>Points 1 and 2 of the promise, first half: open the address, sign in, and out again.</summary>
public sealed class SignInJourney(Stack stack) : Journey(stack)
{
    [Fact]
    public async Task A_stranger_sees_the_landing_page_and_signs_in_from_it()
    {
        var visitor = await ArriveAsync();
        await visitor.Page.GotoAsync("/");
        await Assertions.Expect(visitor.Page.Locator("h1")).ToHaveTextAsync("Drag a card and believe what you see");

        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in" }).ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("button.person")).ToHaveCountAsync(4);
        await new SignInPage(visitor).PickAsync(Person.Aiko);

        await visitor.GoAsync("/account");
        await Assertions.Expect(visitor.Page.GetByText("aiko.tanaka@northwind.example")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_deep_address_asks_to_sign_in_and_leads_back()
    {
        var visitor = await ArriveAsync();
        await visitor.Page.GotoAsync("/account");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await new SignInPage(visitor).PickAsync(Person.Ben);

        Assert.Equal($"{Stack.Origin}/account", visitor.Page.Url);
    }

    [Fact]
    public async Task A_foreign_return_address_is_not_followed()
    {
        var visitor = await ArriveAsync();
        await new SignInPage(visitor).SignInAsync(Person.Ben, "https://evil.example/");

        Assert.StartsWith(Stack.Origin, visitor.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_at_the_provider_says_so_and_offers_another_try()
    {
        var visitor = await ArriveAsync();
        visitor.Expect("Failed to load resource");
        var page = new SignInPage(visitor);
        await page.OpenAsync();
        await page.CancelAsync();

        Assert.NotEmpty(await page.ProblemAsync());
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Try again" })).ToBeVisibleAsync();
        // What the provider sent along is not shown as markup.
        await Assertions.Expect(visitor.Page.Locator("main b")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_the_other_browser_too()
    {
        var (desk, phone) = (await ArriveAsync(), await ArriveAsync());
        await new SignInPage(desk).SignInAsync(Person.Ben, "/account");
        await new SignInPage(phone).SignInAsync(Person.Ben, "/account");
        await desk.LiveAsync();

        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out everywhere" }).ClickAsync();
        await desk.Page.WaitForURLAsync(url => !url.EndsWith("/account", StringComparison.Ordinal));

        await phone.Page.GotoAsync("/account");
        await Assertions.Expect(phone.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in"));
        Stack.Scene.Forget(Person.Ben);
    }
}
