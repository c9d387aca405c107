using System.Net;
using Dashboard.UnitTests.SignIn.Support;
using Xunit;

namespace Dashboard.UnitTests.SignIn.Oidc;

/// <summary>What comes back through the browser.</summary>
public sealed class CallbackTests(SignInFixture fixture) : IClassFixture<SignInFixture>
{
    [Theory, Trait("Checklist", "O9")]
    [InlineData("&id_token=eyJ.x.y")]
    [InlineData("&access_token=abc")]
    [InlineData("&ID_TOKEN=abc")]
    [InlineData("&response=eyJ.x.y")]
    [InlineData("&state=second")]
    [InlineData("&code=second")]
    [InlineData("&iss=https%3A%2F%2Fevil.example")]
    public async Task Tokens_in_the_address_and_repeated_parameters_are_refused(string added)
    {
        var (host, browser) = await fixture.NextAsync();
        var answer = await browser.GetAsync(await browser.CallbackAsync() + added);
        await host.AssertRefusedAsync(browser, answer, HttpStatusCode.BadRequest, "could not be accepted", "tokens in its address or a parameter twice");
        Assert.Equal(0, await host.CallsAsync("token"));
    }

    [Fact, Trait("Checklist", "O9")]
    public async Task The_callback_takes_no_post()
    {
        var (host, browser) = await fixture.NextAsync();
        var callback = await browser.CallbackAsync();
        var answer = await browser.SubmitAsync(callback.ToString(), new Dictionary<string, string>());
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.False(await browser.IsSignedInAsync());
        Assert.Equal(0, await host.CallsAsync("token"));
    }

    [Theory, Trait("Checklist", "O10")]
    [InlineData("no-iss-parameter", null)]
    [InlineData("iss-parameter", "https://evil.example")]
    [InlineData("iss-parameter", "")]
    public async Task An_answer_that_does_not_name_the_provider_asked_is_refused_before_the_code_is_sent_anywhere(string fault, string? value)
    {
        var (host, browser) = await fixture.NextAsync();
        await host.FaultAsync(fault, value);
        await host.AssertRefusedAsync(browser, await browser.SignInAsync(), HttpStatusCode.BadRequest, "could not be accepted", "another issuer than the one asked");
        Assert.Equal(0, await host.CallsAsync("token"));
    }

    [Fact, Trait("Checklist", "O10")]
    public async Task A_provider_that_does_not_announce_the_parameter_may_leave_it_out_but_not_lie()
    {
        await using var host = await SignInHost.StartAsync();
        await host.FaultAsync("discovery-no-iss-parameter", times: 10);
        await host.FaultAsync("no-iss-parameter");
        using var browser = new TestBrowser(host.Address);
        await browser.SignInAsync();
        Assert.True(await browser.IsSignedInAsync());

        await host.FaultAsync("iss-parameter", "https://evil.example");
        using var other = new TestBrowser(host.Address);
        await host.AssertRefusedAsync(other, await other.SignInAsync(), HttpStatusCode.BadRequest, "could not be accepted", "another issuer than the one asked");
    }

    [Fact, Trait("Checklist", "O11")]
    public async Task A_cancelled_sign_in_shows_our_own_words_and_nothing_of_the_providers()
    {
        var (host, browser) = await fixture.NextAsync();
        var callback = await browser.CallbackAsync(person: null);
        Assert.Contains("error_description", callback.Query);

        var answer = await browser.GetAsync(callback);
        await host.AssertRefusedAsync(browser, answer, HttpStatusCode.Forbidden, "The sign-in was cancelled or not allowed", "may not or did not want to");
        Assert.DoesNotContain("The person cancelled", await answer.Content.ReadAsStringAsync());
    }

    [Fact, Trait("Checklist", "O11")]
    public async Task An_error_without_our_state_is_not_even_read()
    {
        var (host, browser) = await fixture.NextAsync();
        var answer = await browser.GetAsync("/signin-oidc?error=%3Cscript%3E&error_description=%3Cimg%20src%3Dx%3E&error_uri=https://evil.example");
        await host.AssertRefusedAsync(browser, answer, HttpStatusCode.BadRequest, "was not started in this browser", "The state is missing");
        var page = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("script", page);
        Assert.DoesNotContain("evil.example", page);
    }

    [Fact, Trait("Checklist", "O11")]
    public async Task A_provider_in_trouble_is_told_apart_from_a_refusal()
    {
        var (host, browser) = await fixture.NextAsync();
        var callback = await browser.CallbackAsync(person: null);
        var answer = await browser.GetAsync(callback.ToString().Replace("access_denied", "temporarily_unavailable"));
        await host.AssertRefusedAsync(browser, answer, HttpStatusCode.ServiceUnavailable, "Sign-in is unavailable", "an error of its own");
    }

    [Fact, Trait("Checklist", "O30")]
    public async Task The_callbacks_answer_is_neither_cached_nor_told_to_the_next_site()
    {
        var (host, browser) = await fixture.NextAsync();
        using var cancelling = new TestBrowser(host.Address);
        foreach (var answer in new[] { await browser.SignInAsync(), await cancelling.SignInAsync(person: null) })
        {
            Assert.True(answer.Headers.CacheControl?.NoStore);
            Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        }
    }
}
