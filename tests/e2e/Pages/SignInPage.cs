using Dashboard.EndToEndTests.Support;

namespace Dashboard.EndToEndTests.Pages;

/// <summary>From our sign-in page over the provider's list of people and back.</summary>
internal sealed class SignInPage(Visitor visitor)
{
    private const string Begin = "form[action='/sign-in'] button";
    private const string Cancel = "button.cancel";

    public async Task SignInAsync(Person person, string? returnUrl = null)
    {
        await OpenAsync(returnUrl);
        await PickAsync(person);
    }

    public async Task OpenAsync(string? returnUrl = null)
    {
        await visitor.Page.GotoAsync(returnUrl is null ? "/sign-in" : $"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}");
        await visitor.Page.ClickAsync(Begin);
    }

    /// <summary>At the provider.</summary>
    public async Task PickAsync(Person person)
    {
        await visitor.Page.ClickAsync($"button.person[value='{person.Subject}']");
        await visitor.Page.WaitForURLAsync(url => url.StartsWith(visitor.Stack.Origin, StringComparison.Ordinal) && !url.Contains("/signin-oidc", StringComparison.Ordinal));
    }

    public Task CancelAsync() => visitor.Page.ClickAsync(Cancel);

    public async Task<string> ProblemAsync() => await visitor.Page.Locator("[role=alert]").InnerTextAsync();
}
