using System.Net.WebSockets;
using Dashboard.UnitTests.SignIn.Support;
using Dashboard.UnitTests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.SignIn.Circuits;

/// <summary>Open pages end with their session.</summary>
[Collection("open pages")]
public sealed class OpenPageTests(SignInFixture fixture) : IClassFixture<SignInFixture>
{
    [Fact, Trait("Checklist", "O33")]
    public async Task An_open_page_of_a_living_session_works()
    {
        var (host, browser) = await fixture.NextAsync();
        await browser.SignInAsync();
        await using var page = new CircuitClient(browser, host.Address);
        await page.OpenPageAsync();

        var pings = LivePage.Pings;
        await page.PingAsync();
        await Eventually.TrueAsync(() => LivePage.Pings == pings + 1);
        var batches = page.Batches;
        LivePage.Change();
        await Eventually.TrueAsync(() => page.Batches == batches + 1);
    }

    [Fact, Trait("Checklist", "O33")]
    public async Task Signing_out_in_one_tab_leads_the_other_away_and_lets_no_event_and_no_data_through()
    {
        var (host, browser) = await fixture.NextAsync();
        await browser.SignInAsync();
        await using var page = new CircuitClient(browser, host.Address);
        await page.OpenPageAsync();

        await browser.SignOutAsync();

        await Eventually.TrueAsync(() => page.Received.Any(r => r.Contains("location.replace", StringComparison.Ordinal) && r.Contains("/signed-out", StringComparison.Ordinal)));
        await AssertDeadAsync(page);
    }

    [Fact, Trait("Checklist", "O33")]
    public async Task A_session_revoked_elsewhere_ends_its_pages()
    {
        var (host, browser) = await fixture.NextAsync();
        await browser.SignInAsync();
        await using var page = new CircuitClient(browser, host.Address);
        await page.OpenPageAsync();

        await using (var db = host.Dbs.OpenDirectory())
        {
            await db.Sessions.ExecuteDeleteAsync();
        }

        await AssertDeadAsync(page);
    }

    [Fact, Trait("Checklist", "O33")]
    public async Task A_session_that_runs_out_ends_its_pages()
    {
        var (host, browser) = await fixture.NextAsync();
        await browser.SignInAsync();
        await using var page = new CircuitClient(browser, host.Address);
        await page.OpenPageAsync();
        host.Clock.Advance(TimeSpan.FromHours(12));
        await AssertDeadAsync(page);
    }

    [Fact, Trait("Checklist", "O26")]
    public async Task Working_on_an_open_page_is_use_of_the_session()
    {
        var (host, browser) = await fixture.NextAsync();
        await browser.SignInAsync();
        await using var page = new CircuitClient(browser, host.Address);
        await page.OpenPageAsync();
        for (var i = 0; i < 3; i++)
        {
            host.Clock.Advance(TimeSpan.FromMinutes(20));
            var (pings, seen) = (LivePage.Pings, host.Clock.GetUtcNow());
            await page.PingAsync();
            await Eventually.TrueAsync(() => LivePage.Pings == pings + 1);
            await Eventually.TrueAsync(async () =>
            {
                await using var db = host.Dbs.OpenDirectory();
                return await db.Sessions.AnyAsync(s => s.LastSeenAt == seen);
            });
        }
    }

    [Fact, Trait("Checklist", "O33")]
    public async Task A_page_is_taken_up_again_by_its_own_session_only()
    {
        var (host, browser) = await fixture.NextAsync();
        await browser.SignInAsync("maya-okafor");
        using var other = new TestBrowser(host.Address);
        await other.SignInAsync("ben-fischer");

        var page = new CircuitClient(browser, host.Address);
        var secret = await page.OpenPageAsync();
        await page.DropAsync();
        await using var own = new CircuitClient(browser, host.Address);
        await own.ConnectAsync();
        Assert.True(await TakesUpAsync(own, secret));
        await own.DropAsync();

        await using var foreign = new CircuitClient(other, host.Address);
        await foreign.ConnectAsync();
        Assert.False(await TakesUpAsync(foreign, secret));
        LivePage.Change();
        var pings = LivePage.Pings;
        await foreign.PingAsync();

        // The page is gone for good, for its owner too: nobody can tell what was sent to whom.
        await using var again = new CircuitClient(browser, host.Address);
        await again.ConnectAsync();
        await Eventually.TrueAsync(async () => !await TakesUpAsync(again, secret));
        Assert.Equal(0, foreign.Batches);
        Assert.Equal(pings, LivePage.Pings);
    }

    private static async Task AssertDeadAsync(CircuitClient page)
    {
        // A browser that does not go away by itself loses its page.
        await Eventually.TrueAsync(() => page.Received.Any(r => r.StartsWith("JS.Error", StringComparison.Ordinal)));
        var (pings, batches) = (LivePage.Pings, page.Batches);
        LivePage.Change();
        await Eventually.TrueAsync(() => IsCutOffAsync(page));
        Assert.Equal(pings, LivePage.Pings);
        Assert.Equal(batches, page.Batches);
    }

    /// <summary>An event during the teardown is dropped without a word; one after it is answered with an error and the connection ends.</summary>
    private static async Task<bool> IsCutOffAsync(CircuitClient page)
    {
        try
        {
            await page.PingAsync();
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            return true;
        }

        return !page.IsOpen || page.Received.Count(r => r.StartsWith("JS.Error", StringComparison.Ordinal)) > 1;
    }

    private static async Task<bool> TakesUpAsync(CircuitClient client, string secret)
    {
        var answer = await client.CallAsync("ConnectCircuit", secret);
        return answer.Error is null && answer.Result is true;
    }
}
