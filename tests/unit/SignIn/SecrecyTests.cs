using System.Net;
using System.Text.RegularExpressions;
using Dashboard.UnitTests.SignIn.Support;
using Microsoft.AspNetCore.WebUtilities;
using Xunit;

namespace Dashboard.UnitTests.SignIn;

/// <summary>Tokens stay on the server and out of the log; guessing is slowed.</summary>
public sealed partial class SecrecyTests
{
    [Fact, Trait("Checklist", "O28"), Trait("Checklist", "O34")]
    public async Task No_code_state_token_or_key_is_ever_logged_even_at_the_lowest_level()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = new TestBrowser(host.Address);
        var asked = await browser.BeginAsync();
        var callback = await browser.ChooseAsync(asked);
        var attempt = browser.Cookies.Values.ToList();
        await browser.GetAsync(callback);
        var key = browser.SessionKey;
        await browser.ReadAsync("/who");
        await host.FaultAsync("bad-signature");
        using var refused = new TestBrowser(host.Address);
        var second = await refused.CallbackAsync();
        await refused.GetAsync(second);
        await refused.GetAsync(second);
        var leaving = await browser.SignOutAsync();
        var idToken = QueryHelpers.ParseQuery(leaving.Headers.Location!.Query)["id_token_hint"].ToString();
        await browser.GetAsync((await browser.GetAsync(leaving.Headers.Location!)).Headers.Location!);

        var log = host.Log.Text;
        Assert.Contains("Signed in: person", log);
        Assert.Contains("Sign-in refused", log);
        foreach (var address in new[] { asked, callback, second, leaving.Headers.Location! })
        {
            Assert.All(QueryHelpers.ParseQuery(address.Query).Where(p => p.Key is "code" or "state" or "nonce" or "code_challenge"), p => Assert.DoesNotContain(p.Value.ToString(), log));
        }

        Assert.All([key, idToken, idToken.Split('.')[1], "tasklane-sandbox-secret", .. attempt], secret => Assert.DoesNotContain(secret, log));
        Assert.Empty(ProviderSecret().Matches(log));
        Assert.DoesNotContain("eyJ", log);
    }

    [Fact, Trait("Checklist", "O28")]
    public async Task No_token_reaches_the_browser_in_a_cookie_or_a_page()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = new TestBrowser(host.Address);
        var answer = await browser.SignInAsync();
        var seen = string.Join('\n', browser.SetCookies.Append(answer.ToString()).Append(await answer.Content.ReadAsStringAsync()).Append(await browser.ReadAsync("/who")));
        Assert.DoesNotContain("eyJ", seen);
        Assert.Empty(ProviderSecret().Matches(seen));
        Assert.Equal("tasklane.form,tasklane.session", string.Join(',', browser.Cookies.Keys.Order()));
    }

    [Fact, Trait("Checklist", "O34")]
    public async Task One_address_may_begin_and_finish_only_so_often_in_a_minute()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = new TestBrowser(host.Address);
        for (var i = 0; i < 120; i++)
        {
            await browser.GetAsync("/signin-oidc?state=guess");
        }

        await host.AssertRefusedAsync(browser, await browser.GetAsync("/signin-oidc?state=guess"), HttpStatusCode.TooManyRequests, "Too many sign-ins", "per address");
        await host.AssertRefusedAsync(browser, await browser.BeginRawAsync(), HttpStatusCode.TooManyRequests, "Too many sign-ins", "per address");

        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await browser.SignInAsync();
        Assert.True(await browser.IsSignedInAsync());
    }

    [Fact, Trait("Checklist", "O34")]
    public async Task One_account_is_signed_in_only_so_often_in_a_minute()
    {
        await using var host = await SignInHost.StartAsync();
        for (var i = 0; i < 20; i++)
        {
            using var browser = new TestBrowser(host.Address);
            Assert.Equal(HttpStatusCode.Redirect, (await browser.SignInAsync()).StatusCode);
        }

        using var late = new TestBrowser(host.Address);
        await host.AssertRefusedAsync(late, await late.SignInAsync(), HttpStatusCode.TooManyRequests, "Too many sign-ins", "per account");
        Assert.Equal(HttpStatusCode.Redirect, (await late.SignInAsync("ben-fischer")).StatusCode);
    }

    /// <summary>The sandbox's codes and access tokens.</summary>
    [GeneratedRegex("(?<![0-9a-f])[0-9a-f]{48}(?![0-9a-f])")]
    private static partial Regex ProviderSecret();
}
