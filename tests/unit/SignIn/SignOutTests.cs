using System.Net;
using Dashboard.UnitTests.SignIn.Support;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.SignIn;

/// <summary>Leaving, and not being made to.</summary>
public sealed class SignOutTests(SignInFixture fixture) : IClassFixture<SignInFixture>
{
    [Fact, Trait("Checklist", "O30")]
    public async Task Another_site_can_neither_sign_somebody_in_nor_out()
    {
        var (host, browser) = await fixture.NextAsync();
        var forged = await browser.SubmitAsync("/sign-in", new Dictionary<string, string> { ["returnUrl"] = "/" });
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Null(forged.Headers.Location);

        await browser.SignInAsync();
        foreach (var path in new[] { "/sign-out", "/sign-out/everywhere" })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await browser.SubmitAsync(path, new Dictionary<string, string>())).StatusCode);
            Assert.Equal(HttpStatusCode.MethodNotAllowed, (await browser.GetAsync(path)).StatusCode);
        }

        Assert.True(await browser.IsSignedInAsync());
    }

    [Fact, Trait("Checklist", "O30")]
    public async Task Looking_at_the_sign_in_page_begins_nothing()
    {
        var (host, browser) = await fixture.NextAsync();
        await using var db = host.Dbs.OpenDirectory();
        var before = await db.SignInAttempts.CountAsync();
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/sign-in?returnUrl=/w/acme/board")).StatusCode);
        Assert.Equal(before, await db.SignInAttempts.CountAsync());
        Assert.DoesNotContain(browser.Cookies.Keys, name => name.StartsWith("tasklane.signin.", StringComparison.Ordinal));
    }

    [Fact, Trait("Checklist", "O31")]
    public async Task The_provider_is_told_who_leaves_and_where_to_send_them()
    {
        var (host, browser) = await fixture.NextAsync();
        await browser.SignInAsync();
        var leaving = await browser.SignOutAsync();
        var query = QueryHelpers.ParseQuery(leaving.Headers.Location!.Query);
        Assert.Equal(3, query["id_token_hint"].ToString().Split('.').Length);
        Assert.Equal("tasklane", query["client_id"]);
        Assert.Equal($"{host.Address}/signout-callback-oidc", query["post_logout_redirect_uri"]);
        Assert.NotEmpty(query["state"].ToString());

        // Ours is over before the provider hears of it.
        Assert.False(await browser.IsSignedInAsync());
        Assert.Equal(0, await host.CallsAsync("end-session"));
    }

    [Fact, Trait("Checklist", "O31")]
    public async Task An_unreachable_provider_keeps_no_session_alive_here()
    {
        var (host, browser) = await fixture.NextAsync();
        await browser.SignInAsync();
        using var elsewhere = new TestBrowser(await host.AddReplicaAsync(("Oidc:Authority", "http://127.0.0.1:1/idp")));
        elsewhere.Cookies["tasklane.session"] = browser.SessionKey;

        var leaving = await elsewhere.SignOutAsync();
        Assert.Equal("/signed-out", leaving.Headers.Location?.ToString());
        Assert.False(await browser.IsSignedInAsync());
    }

    [Theory, Trait("Checklist", "O31")]
    [InlineData("")]
    [InlineData("?state=")]
    [InlineData("?state=made-up")]
    [InlineData("?state=https%3A%2F%2Fevil.example")]
    [InlineData("?state=%2F%2Fevil.example&state=x")]
    [InlineData("?returnUrl=https%3A%2F%2Fevil.example")]
    public async Task Coming_back_without_our_state_leads_nowhere(string query)
    {
        var (_, browser) = await fixture.NextAsync();
        var answer = await browser.GetAsync($"/signout-callback-oidc{query}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Null(answer.Headers.Location);
        Assert.DoesNotContain("evil", await answer.Content.ReadAsStringAsync());
    }

    [Fact, Trait("Checklist", "O31")]
    public async Task The_state_of_a_sign_in_is_not_one_of_a_sign_out()
    {
        var (_, browser) = await fixture.NextAsync();
        var state = QueryHelpers.ParseQuery((await browser.BeginAsync("/private")).Query)["state"].ToString();
        Assert.Null((await browser.GetAsync($"/signout-callback-oidc?state={state}")).Headers.Location);
    }

    [Fact, Trait("Checklist", "O32")]
    public async Task There_is_no_front_channel_sign_out()
    {
        var (_, browser) = await fixture.NextAsync();
        await browser.SignInAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/signout-oidc?iss=x&sid=y")).StatusCode);
        Assert.True(await browser.IsSignedInAsync());
    }
}
