using System.Net;
using Dashboard.UnitTests.SignIn.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dashboard.UnitTests.SignIn.Oidc;

/// <summary>A sign-in belongs to the browser that began it, and ends once.</summary>
public sealed class StateTests(SignInFixture fixture) : IClassFixture<SignInFixture>
{
    private const string NotHere = "was not started in this browser";

    [Theory, Trait("Checklist", "O5")]
    [InlineData("tampered")]
    [InlineData("truncated")]
    [InlineData("foreign purpose")]
    [InlineData("too long")]
    [InlineData("not base64")]
    [InlineData("empty")]
    [InlineData("missing")]
    public async Task A_state_that_is_not_ours_is_refused(string how)
    {
        var (host, browser) = await fixture.NextAsync();
        var callback = await browser.CallbackAsync();
        var query = QueryHelpers.ParseQuery(callback.Query).ToDictionary(p => p.Key, p => (string?)p.Value);
        var state = query["state"]!;
        query["state"] = how switch
        {
            "tampered" => state[..40] + (state[40] == 'A' ? 'B' : 'A') + state[41..],
            "truncated" => state[..^8],
            "foreign purpose" => WebEncoders.Base64UrlEncode(
                host.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("Dashboard.SignIn", "other", "SignInState").Protect("{}"u8.ToArray())),
            "too long" => state + new string('A', 5 * 1024),
            "not base64" => "%%%",
            "empty" => "",
            _ => null,
        };
        var answer = await browser.GetAsync(QueryHelpers.AddQueryString(callback.GetLeftPart(UriPartial.Path), query));
        await host.AssertRefusedAsync(browser, answer, HttpStatusCode.BadRequest, NotHere, "The state is missing, not ours or too old");
        Assert.Equal(0, await host.CallsAsync("token"));
    }

    [Fact, Trait("Checklist", "O4"), Trait("Checklist", "O5")]
    public async Task A_state_is_good_for_a_quarter_of_an_hour()
    {
        var (host, browser) = await fixture.NextAsync();
        var inTime = await browser.BeginAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync(await browser.ChooseAsync(inTime))).StatusCode);

        using var slow = new TestBrowser(host.Address);
        var late = await slow.BeginAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(16));
        await host.AssertRefusedAsync(slow, await slow.GetAsync(await slow.ChooseAsync(late)), HttpStatusCode.BadRequest, NotHere, "too old");
    }

    [Fact, Trait("Checklist", "O6")]
    public async Task An_attackers_callback_opens_no_session_in_another_browser()
    {
        var (host, attacker) = await fixture.NextAsync();
        var callback = await attacker.CallbackAsync("ben-fischer");

        using var victim = new TestBrowser(host.Address);
        await host.AssertRefusedAsync(victim, await victim.GetAsync(callback), HttpStatusCode.BadRequest, NotHere, "The browser did not begin it");

        // Not even while the victim has a sign-in of their own open, and with the attacker's cookie name filled with it.
        await victim.BeginAsync();
        var own = victim.Cookies.First(c => c.Key.StartsWith("tasklane.signin.", StringComparison.Ordinal)).Value;
        victim.Cookies[attacker.Cookies.Keys.Single(k => k.StartsWith("tasklane.signin.", StringComparison.Ordinal))] = own;
        await host.AssertRefusedAsync(victim, await victim.GetAsync(callback), HttpStatusCode.BadRequest, NotHere, "The browser did not begin it");
    }

    [Fact, Trait("Checklist", "O6")]
    public async Task The_correlation_cookie_is_strictly_ours_and_goes_on_success_and_on_failure()
    {
        var (host, _) = await fixture.NextAsync();
        using var browser = new TestBrowser(await host.AddReplicaAsync(("PublicOrigin", "https://localhost")), "https://localhost");
        var callback = await browser.CallbackAsync();
        var line = Assert.Single(browser.SetCookies, c => c.Contains("tasklane.signin.", StringComparison.Ordinal));
        Assert.StartsWith("__Host-tasklane.signin.", line);
        Assert.Contains("; secure", line);
        Assert.Contains("; httponly", line);
        Assert.Contains("; samesite=lax", line);
        Assert.Contains("; path=/", line);
        Assert.Contains("; max-age=900", line);
        Assert.DoesNotContain("domain", line);

        await browser.GetAsync(callback);
        Assert.True(await browser.IsSignedInAsync());
        Assert.DoesNotContain(browser.Cookies.Keys, OfAttempt);

        using var failing = new TestBrowser(host.Address);
        await failing.SignInAsync(person: null);
        Assert.DoesNotContain(failing.Cookies.Keys, OfAttempt);
    }

    [Fact, Trait("Checklist", "O7")]
    public async Task A_callback_works_once_even_with_a_kept_cookie_and_on_another_replica()
    {
        var (host, browser) = await fixture.NextAsync();
        var callback = await browser.CallbackAsync();
        var kept = browser.Cookies.ToDictionary();
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync(callback)).StatusCode);

        foreach (var address in new[] { host.Address, await host.AddReplicaAsync() })
        {
            using var again = new TestBrowser(address);
            kept.ToList().ForEach(c => again.Cookies[c.Key] = c.Value);
            await host.AssertRefusedAsync(again, await again.GetAsync(callback.PathAndQuery), HttpStatusCode.BadRequest, NotHere, "it was finished before");
        }
    }

    [Fact, Trait("Checklist", "O7")]
    public async Task Of_two_callbacks_at_once_on_two_replicas_one_gets_in()
    {
        var (host, browser) = await fixture.NextAsync();
        var callback = await browser.CallbackAsync();
        using var twin = new TestBrowser(await host.AddReplicaAsync());
        browser.Cookies.ToList().ForEach(c => twin.Cookies[c.Key] = c.Value);

        var answers = await Task.WhenAll(browser.GetAsync(callback.PathAndQuery), twin.GetAsync(callback.PathAndQuery));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.BadRequest);
        Assert.Equal(1, await host.CallsAsync("token"));
    }

    [Fact, Trait("Checklist", "O8")]
    public async Task Sixty_abandoned_sign_ins_leave_five_cookies_and_the_last_one_still_works()
    {
        var (host, browser) = await fixture.NextAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(20));
        for (var i = 0; i < 59; i++)
        {
            await browser.BeginAsync();
            host.Clock.Advance(TimeSpan.FromSeconds(2));
        }

        var callback = await browser.CallbackAsync();
        Assert.Equal(5, browser.Cookies.Keys.Count(k => OfAttempt(k)));
        await using (var db = host.Dbs.OpenDirectory())
        {
            Assert.Equal(5, await db.SignInAttempts.CountAsync());
        }

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync(callback)).StatusCode);
        Assert.True(await browser.IsSignedInAsync());
    }

    private static bool OfAttempt(string cookie) => cookie.Contains("tasklane.signin.", StringComparison.Ordinal);
}
