using System.Text.RegularExpressions;
using Dashboard.EndToEndTests.Pages;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;

namespace Dashboard.EndToEndTests.Journeys.Access;

/// <summary>Point 2, second half: workspace, consent, first sync.</summary>
public sealed class ConnectJourney(Stack stack) : Journey(stack)
{
    [Fact]
    public async Task The_first_sync_shows_its_progress_and_survives_a_reload()
    {
        var other = await ElsewhereAsync(3000);
        await other.Sandbox.SwitchAsync(new { latencyMilliseconds = 400 });
        var visitor = await ArriveAsync(at: other);
        await new SignInPage(visitor).SignInAsync(Person.Maya);
        var slug = await new WorkspacesPage(visitor).CreateAsync("Slow Portal");
        var connection = new ConnectionPage(visitor, slug);

        var consent = await connection.ConnectAsync();
        Assert.Contains("oauth", await consent.ScopesAsync());
        await consent.AllowAsync();
        await Assertions.Expect(connection.Figures.Filter(new() { HasTextRegex = new Regex(@"[\d,]+ of [\d,]+ tasks") })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        var read = double.Parse((await connection.ProgressBar.GetAttributeAsync("value"))!, System.Globalization.CultureInfo.InvariantCulture);

        await visitor.Page.ReloadAsync();
        await visitor.LiveAsync();
        await Assertions.Expect(connection.ProgressBar).ToHaveAttributeAsync("value", new Regex(@"\d+"));
        var after = double.Parse((await connection.ProgressBar.GetAttributeAsync("value"))!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(after >= read, $"{after} read after the reload, {read} before");

        await other.Sandbox.SwitchAsync(new { latencyMilliseconds = 0 });
        await connection.ReadAsync();
        var board = new BoardPage(visitor, slug);
        await board.OpenAsync("owner=all&closed=all");
        await Assertions.Expect(visitor.Page.Locator("h1 [data-shown]")).ToHaveTextAsync("3,000 tasks");
    }

    [Fact]
    public async Task A_first_sync_among_faults_reads_every_task()
    {
        var other = await ElsewhereAsync(1500, "--HubSpot:TimeoutSeconds", "2");
        foreach (object effect in new object[]
        {
            new { kind = "status", status = 500 }, new { kind = "html" }, new { kind = "429", retryAfter = 1 }, new { kind = "delay", milliseconds = 600_000 },
            new { kind = "status", status = 401, body = new { status = "error", message = "expired", category = "EXPIRED_AUTHENTICATION" } },
            new { kind = "truncate" }, new { kind = "reset" },
        })
        {
            await other.Sandbox.FaultAsync("GET", "/objects/.*(tasks|0-27)", effect, count: 1);
        }

        var visitor = await ArriveAsync(at: other);
        await new SignInPage(visitor).SignInAsync(Person.Maya);
        var slug = await new WorkspacesPage(visitor).CreateAsync("Stormy Portal");
        var connection = new ConnectionPage(visitor, slug);
        await (await connection.ConnectAsync()).AllowAsync();

        var board = new BoardPage(visitor, slug);
        await connection.ReadAsync();
        await board.OpenAsync("owner=all&closed=all");
        await Assertions.Expect(board.Shown).ToHaveTextAsync("1,500 tasks");
    }

    [Fact]
    public async Task Denied_consent_comes_back_with_a_sentence_and_nothing_connected()
    {
        var visitor = await ArriveAsync();
        await new SignInPage(visitor).SignInAsync(Person.Maya);
        var slug = await new WorkspacesPage(visitor).CreateAsync("Denied");
        var connection = new ConnectionPage(visitor, slug);

        await (await connection.ConnectAsync()).DenyAsync();

        await Assertions.Expect(connection.Notice).ToBeVisibleAsync();
        await connection.OpenAsync();
        await Assertions.Expect(visitor.Page.GetByText("Not connected yet")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_portal_that_belongs_to_another_workspace_is_not_taken()
    {
        await Stack.Scene.WorkspaceAsync();
        var visitor = await ArriveAsync();
        await new SignInPage(visitor).SignInAsync(Person.Maya);
        var slug = await new WorkspacesPage(visitor).CreateAsync("Second");
        var connection = new ConnectionPage(visitor, slug);

        await (await connection.ConnectAsync()).AllowAsync();

        await Assertions.Expect(connection.Notice).ToContainTextAsync(new Regex("already|another workspace"));
        await connection.OpenAsync();
        await Assertions.Expect(visitor.Page.GetByText("Not connected yet")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_connection_page_says_that_the_loops_run()
    {
        var maya = await ArriveAsync(new() { StorageState = await Stack.Scene.SignedInAsync(Person.Maya) });
        var connection = new ConnectionPage(maya, await Stack.Scene.WorkspaceAsync());
        await connection.OpenAsync();

        foreach (var loop in new[] { "sending", "syncing" })
        {
            await Assertions.Expect(connection.Loop(loop)).ToContainTextAsync(new Regex("Running.*Last run .* ago", RegexOptions.Singleline));
        }
    }

    [Fact]
    public async Task New_tasks_are_made_safe_to_repeat_by_a_button()
    {
        var other = await ElsewhereAsync();
        var maya = await ArriveAsync(new() { StorageState = await other.Scene.SignedInAsync(Person.Maya) }, other);
        var connection = new ConnectionPage(maya, await other.Scene.WorkspaceAsync());
        await connection.OpenAsync();
        await other.Sandbox.FaultAsync("POST", "properties", new { kind = "status", status = 400, body = new { message = "At most 10 of them.", correlationId = "c0ffee" } }, count: 1);

        await connection.MakeSafeToRepeatAsync();
        await Assertions.Expect(connection.SafeCreation).ToContainTextAsync(new Regex("At most 10 of them.*c0ffee", RegexOptions.Singleline));
        Assert.Empty(await Axe.SeriousAsync(maya.Page, "refused"));

        await connection.MakeSafeToRepeatAsync();
        await Assertions.Expect(connection.SafeCreation).ToContainTextAsync("Safe to repeat");
        Assert.Empty(await Axe.SeriousAsync(maya.Page, "added"));
        Assert.Single(await other.Sandbox.LedgerAsync(), effect => effect.Kind == "property");
    }
}
