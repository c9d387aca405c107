using System.Net;
using Dashboard.Application.Calendar.Feeds;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.Calendar.Feeds;

/// <summary>The address that calendar programs read, as they and strangers may call it.</summary>
public sealed class FeedEndpointTests
{
    [Fact]
    public async Task A_calendar_program_reads_a_calendar_without_signing_in()
    {
        await using var product = await FeedProduct.StartAsync();
        var made = await product.MakeAsync("Ünsere \"Tasks\"/..\\x");
        using var answer = await product.AskAsync($"/feeds/{made.Secret}.ics");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/calendar; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("inline; filename=\"nsere-tasks-x.ics\"", answer.Content.Headers.ContentDisposition!.ToString());
        Assert.Equal((true, true), (answer.Headers.CacheControl!.Private, answer.Headers.CacheControl.NoCache));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        var entry = Assert.Single(IcsFile.Read(await answer.Content.ReadAsStringAsync()).Entries);
        Assert.Equal(("Call back", $"{FeedProduct.Public}/w/acme/board?owner=all&task=77"), (entry["SUMMARY"], entry["URL"]));

        using var head = await product.AskAsync($"/feeds/{made.Secret}.ics", method: HttpMethod.Head);
        Assert.Equal((HttpStatusCode.OK, answer.Content.Headers.ContentLength), (head.StatusCode, head.Content.Headers.ContentLength));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        using var post = await product.AskAsync($"/feeds/{made.Secret}.ics", method: HttpMethod.Post);
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "GET,HEAD"), (post.StatusCode, string.Join(',', post.Content.Headers.Allow)));
    }

    [Fact]
    public async Task What_has_not_changed_is_not_sent_again()
    {
        await using var product = await FeedProduct.StartAsync();
        var path = $"/feeds/{(await product.MakeAsync()).Secret}.ics";
        using var first = await product.AskAsync(path);
        var tag = first.Headers.ETag!.ToString();
        Assert.False(first.Headers.ETag.IsWeak);

        foreach (var known in new[] { tag, $"\"other\", {tag}", $"W/{tag}", "*" })
        {
            using var again = await product.AskAsync(path, known);
            Assert.Equal((HttpStatusCode.NotModified, tag), (again.StatusCode, again.Headers.ETag!.ToString()));
            Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        }

        await using (var db = product.Dbs.Open(product.Aiko.Workspace))
        {
            await db.Tasks.ExecuteUpdateAsync(row => row.SetProperty(t => t.Subject, "Call them now"));
        }

        using var changed = await product.AskAsync(path, tag);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(tag, changed.Headers.ETag!.ToString());
    }

    [Fact]
    public async Task Whatever_is_no_feed_looks_the_same()
    {
        await using var product = await FeedProduct.StartAsync();
        var (lives, ends) = (await product.MakeAsync(), await product.MakeAsync());
        Assert.Equal(HttpStatusCode.OK, await product.StatusAsync($"/feeds/{ends.Secret}.ics"));
        await product.Service<RevokeFeed>().RunAsync(product.Aiko, ends.Id, default);

        var answers = new HashSet<string>();
        string[] paths =
            [$"/feeds/{ends.Secret}.ics", $"/feeds/{SecretToken.New()}.ics", $"/feeds/{lives.Secret}", $"/feeds/{lives.Secret}.ics/", $"/feeds/{lives.Secret}.ics.ics", $"/feeds/x/{lives.Secret}.ics", "/feeds/.ics",
            "/feeds/hidden", $"/feeds/{SecretToken.Hash(lives.Secret)}.ics", $"/feeds/{new string('a', 4_000)}.ics", "/feeds/%0d%0aSet-Cookie:x.ics"];
        foreach (var path in paths)
        {
            using var answer = await product.AskAsync(path);
            answers.Add($"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()} {string.Join(' ', answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key is not ("Date" or "Content-Security-Policy")).Select(h => $"{h.Key}={string.Join(',', h.Value)}"))}");
        }

        Assert.StartsWith("NotFound There is no calendar here.", Assert.Single(answers), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await product.StatusAsync($"/Feeds/{lives.Secret}.ICS?t=1"));
    }

    [Fact]
    public async Task A_feed_read_too_often_is_told_when_to_come_back_and_others_are_not_held_up()
    {
        await using var product = await FeedProduct.StartAsync();
        var (often, other) = (await product.MakeAsync(), await product.MakeAsync());
        var asked = new List<HttpStatusCode>();
        for (var time = 0; time < 31; time++)
        {
            asked.Add(await product.StatusAsync($"/feeds/{often.Secret}.ics"));
        }

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.OK, 30), HttpStatusCode.TooManyRequests], asked);
        using var refused = await product.AskAsync($"/feeds/{often.Secret}.ics");
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal(HttpStatusCode.OK, await product.StatusAsync($"/feeds/{other.Secret}.ics"));
    }

    [Fact]
    public async Task One_address_asks_only_so_often_whatever_it_asks_for()
    {
        await using var product = await FeedProduct.StartAsync();
        var made = await product.MakeAsync();
        for (var time = 0; time < 300; time++)
        {
            Assert.Equal(HttpStatusCode.NotFound, await product.StatusAsync($"/feeds/guess{time}.ics"));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await product.StatusAsync($"/feeds/{made.Secret}.ics"));
        Assert.Equal(HttpStatusCode.OK, await product.StatusAsync("/health/live"));
    }

    [Fact]
    public async Task No_secret_reaches_a_log_line_or_a_scope_even_at_the_lowest_level()
    {
        await using var product = await FeedProduct.StartAsync(logged: true);
        var (made, wrong) = (await product.MakeAsync(), SecretToken.New());
        await product.StatusAsync($"/feeds/{made.Secret}.ics?token={made.Secret}");
        await product.StatusAsync($"/feeds/{wrong}.ics");
        await product.StatusAsync($"/feeds/{made.Secret}/../{made.Secret}");
        await product.Service<RevokeFeed>().RunAsync(product.Aiko, made.Id, default);
        await using (var db = product.Dbs.Open(product.Aiko.Workspace))
        {
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE TaskFeeds RENAME TO Away");
        }

        // A reading that breaks writes the most: the exception and all around it.
        Assert.Equal(HttpStatusCode.InternalServerError, await product.StatusAsync($"/feeds/{made.Secret}.ics"));
        await product.StatusAsync("/health/live?seen");

        var log = product.Log.Text;
        Assert.Contains("Request starting HTTP/1.1 GET", log);
        Assert.Contains("/health/live?seen", log);
        Assert.Contains("RequestPath=/feeds/hidden", log);
        Assert.Contains("no such table: TaskFeeds", log);
        Assert.All([made.Secret, wrong], secret => Assert.DoesNotContain(secret, log));
    }
}
