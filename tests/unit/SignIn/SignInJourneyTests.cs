using System.Net;
using Dashboard.UnitTests.SignIn.Support;
using Xunit;

namespace Dashboard.UnitTests.SignIn;

/// <summary>The way of an honest person, end to end.</summary>
public sealed class SignInJourneyTests
{
    [Fact]
    public async Task A_demo_person_signs_in_and_comes_back_to_where_they_wanted_to_go()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = new TestBrowser(host.Address);

        var refused = await browser.GetAsync("/private?day=today");
        Assert.Equal("/sign-in?returnUrl=%2Fprivate%3Fday%3Dtoday", refused.Headers.Location?.ToString());

        var answer = await browser.SignInAsync("maya-okafor", "/private?day=today");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/private?day=today", answer.Headers.Location?.ToString());
        Assert.Equal("for members", await browser.ReadAsync("/private?day=today"));
        var who = await browser.ReadAsync("/who");
        Assert.Contains("name=Maya Okafor", who);
        Assert.Contains("email=maya.okafor@northwind.example", who);
        Assert.Contains("person=", who);
        Assert.Contains("session=", who);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_here_then_at_the_provider_and_shows_so()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = new TestBrowser(host.Address);
        await browser.SignInAsync();

        var leaving = await browser.SignOutAsync();
        Assert.StartsWith($"{host.ProviderAddress}/idp/end-session?id_token_hint=", leaving.Headers.Location?.ToString());
        var back = await browser.GetAsync(leaving.Headers.Location!);
        Assert.StartsWith($"{host.Address}/signout-callback-oidc?state=", back.Headers.Location?.ToString());
        var home = await browser.GetAsync(back.Headers.Location!);
        Assert.Equal("/signed-out", home.Headers.Location?.ToString());

        Assert.Contains("You are signed out", await browser.ReadAsync("/signed-out"));
        Assert.Equal(0, await host.SessionsAsync());
        Assert.Equal("[]", await browser.ReadAsync("/who"));
    }
}
