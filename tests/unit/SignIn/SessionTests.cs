using System.Net;
using Dashboard.Application.People;
using Dashboard.UnitTests.SignIn.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.SignIn;

/// <summary>The session behind the cookie.</summary>
public sealed class SessionTests(SignInFixture fixture) : IClassFixture<SignInFixture>
{
    [Fact, Trait("Checklist", "O25"), Trait("Trap", "M8")]
    public async Task A_planted_session_does_not_become_the_victims()
    {
        var (host, attacker) = await fixture.NextAsync();
        await attacker.SignInAsync("ben-fischer");
        var planted = attacker.SessionKey;

        // Their sign-in is under way when the cookie is planted, or the page would not offer it.
        using var victim = new TestBrowser(host.Address);
        var callback = await victim.CallbackAsync("maya-okafor");
        victim.Cookies["tasklane.session"] = planted;
        await victim.GetAsync(callback);

        Assert.NotEqual(planted, victim.SessionKey);
        Assert.Contains("Maya", await victim.ReadAsync("/who"));
        Assert.False(await attacker.IsSignedInAsync());
    }

    [Fact, Trait("Checklist", "O25")]
    public async Task A_planted_key_that_was_never_given_out_is_not_taken_over()
    {
        var (host, browser) = await fixture.NextAsync();
        var callback = await browser.CallbackAsync();
        var planted = new string('A', 43);
        browser.Cookies["tasklane.session"] = planted;
        await browser.GetAsync(callback);
        Assert.NotEqual(planted, browser.SessionKey);

        using var planter = new TestBrowser(host.Address);
        planter.Cookies["tasklane.session"] = planted;
        Assert.False(await planter.IsSignedInAsync());
    }

    [Fact, Trait("Checklist", "O25"), Trait("Checklist", "O27")]
    public async Task The_database_holds_the_keys_hash_and_an_encrypted_ticket_only()
    {
        var (host, browser) = await fixture.NextAsync();
        await browser.SignInAsync();
        var session = await SessionAsync(host, browser);
        Assert.Equal(43, browser.SessionKey.Length);
        Assert.Equal(64, session.KeyHash.Length);
        var ticket = System.Text.Encoding.Latin1.GetString(session.Ticket);
        Assert.DoesNotContain("Maya", ticket);
        Assert.DoesNotContain("eyJ", ticket);
    }

    [Fact, Trait("Checklist", "O26")]
    public async Task The_cookie_is_pinned_to_the_host_over_https()
    {
        var (host, _) = await fixture.NextAsync();
        using var browser = new TestBrowser(await host.AddReplicaAsync(("PublicOrigin", "https://localhost")), "https://localhost");
        await browser.SignInAsync();
        Assert.True(await browser.IsSignedInAsync());

        var line = browser.SetCookies.Single(c => c.StartsWith("__Host-tasklane.session=", StringComparison.Ordinal));
        Assert.Contains("; secure", line);
        Assert.Contains("; httponly", line);
        Assert.Contains("; samesite=lax", line);
        Assert.Contains("; path=/", line);
        Assert.DoesNotContain("domain", line);
        Assert.All(browser.SetCookies, c => Assert.True(c.StartsWith("__Host-", StringComparison.Ordinal) && c.Contains("; secure", StringComparison.Ordinal), c));
    }

    [Fact, Trait("Checklist", "O26")]
    public async Task Half_an_hour_without_use_ends_a_session_and_use_moves_that_on()
    {
        var (host, browser) = await fixture.NextAsync();
        await browser.SignInAsync();
        for (var i = 0; i < 3; i++)
        {
            host.Clock.Advance(TimeSpan.FromMinutes(29));
            Assert.True(await browser.IsSignedInAsync());
        }

        host.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.False(await browser.IsSignedInAsync());
    }

    [Fact, Trait("Checklist", "O26")]
    public async Task Twelve_hours_end_a_session_however_much_it_is_used()
    {
        var (host, browser) = await fixture.NextAsync();
        await browser.SignInAsync();
        for (var minutes = 20; minutes < 720; minutes += 20)
        {
            host.Clock.Advance(TimeSpan.FromMinutes(20));
            Assert.True(await browser.IsSignedInAsync(), $"after {minutes} minutes");
        }

        host.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.False(await browser.IsSignedInAsync());
    }

    [Fact, Trait("Checklist", "O27")]
    public async Task A_deleted_session_is_over_on_every_replica()
    {
        var (host, browser) = await fixture.NextAsync();
        await browser.SignInAsync();
        using var elsewhere = new TestBrowser(await host.AddReplicaAsync());
        elsewhere.Cookies["tasklane.session"] = browser.SessionKey;
        Assert.True(await elsewhere.IsSignedInAsync());

        await using (var db = host.Dbs.OpenDirectory())
        {
            await db.Sessions.ExecuteDeleteAsync();
        }

        Assert.False(await browser.IsSignedInAsync());
        Assert.False(await elsewhere.IsSignedInAsync());
    }

    [Fact, Trait("Checklist", "O27")]
    public async Task Signing_out_everywhere_ends_the_persons_sessions_and_nobody_elses()
    {
        var (host, first) = await fixture.NextAsync();
        using var second = new TestBrowser(host.Address);
        using var other = new TestBrowser(host.Address);
        await first.SignInAsync("maya-okafor");
        await second.SignInAsync("maya-okafor");
        await other.SignInAsync("ben-fischer");

        await first.SignOutAsync("/sign-out/everywhere");

        Assert.False(await first.IsSignedInAsync());
        Assert.False(await second.IsSignedInAsync());
        Assert.True(await other.IsSignedInAsync());
    }

    [Fact, Trait("Checklist", "O27")]
    public async Task A_ticket_moved_into_another_row_opens_nothing()
    {
        var (host, browser) = await fixture.NextAsync();
        using var other = new TestBrowser(host.Address);
        await browser.SignInAsync("maya-okafor");
        await other.SignInAsync("maya-okafor");
        var stolen = (await SessionAsync(host, browser)).Ticket;
        var target = (await SessionAsync(host, other)).KeyHash;
        await using (var db = host.Dbs.OpenDirectory())
        {
            await db.Sessions.Where(s => s.KeyHash == target).ExecuteUpdateAsync(set => set.SetProperty(s => s.Ticket, stolen));
        }

        Assert.False(await other.IsSignedInAsync());
        Assert.True(await browser.IsSignedInAsync());
    }

    [Fact, Trait("Checklist", "O27")]
    public async Task While_the_store_is_down_nobody_is_signed_in_and_afterwards_they_are_again()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = new TestBrowser(host.Address);
        await browser.SignInAsync();
        using var newcomer = new TestBrowser(host.Address);
        var callback = await newcomer.CallbackAsync();
        await using var db = host.Dbs.OpenDirectory();
        await db.Database.ExecuteSqlRawAsync("ALTER TABLE Sessions RENAME TO Gone");

        Assert.False(await browser.IsSignedInAsync());
        var page = await browser.GetAsync("/private");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        Assert.Contains("Try again shortly", await page.Content.ReadAsStringAsync());
        await host.AssertRefusedAsync(newcomer, await newcomer.GetAsync(callback), HttpStatusCode.ServiceUnavailable, "Sign-in is unavailable", "Finishing threw");

        await db.Database.ExecuteSqlRawAsync("ALTER TABLE Gone RENAME TO Sessions");
        Assert.True(await browser.IsSignedInAsync());
    }

    [Fact, Trait("Checklist", "O26")]
    public async Task Ended_sessions_are_swept_when_somebody_signs_in()
    {
        var (host, browser) = await fixture.NextAsync();
        await browser.SignInAsync();
        var old = (await SessionAsync(host, browser)).KeyHash;
        host.Clock.Advance(TimeSpan.FromHours(1));
        using var next = new TestBrowser(host.Address);
        await next.SignInAsync();
        await using var db = host.Dbs.OpenDirectory();
        Assert.DoesNotContain(old, await db.Sessions.Select(s => s.KeyHash).ToListAsync());
    }

    private static async Task<Session> SessionAsync(SignInHost host, TestBrowser browser)
    {
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(browser.SessionKey)));
        await using var db = host.Dbs.OpenDirectory();
        return await db.Sessions.AsNoTracking().SingleAsync(s => s.KeyHash == hash);
    }
}
