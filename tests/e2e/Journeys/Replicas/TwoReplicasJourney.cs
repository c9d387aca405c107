using System.Diagnostics;
using Dashboard.EndToEndTests.Pages;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;
using static Dashboard.EndToEndTests.Pages.BoardPage;

namespace Dashboard.EndToEndTests.Journeys.Replicas;

/// <summary>Two processes of the product on one database file. The first one started holds the leases.</summary>
public sealed class TwoReplicasJourney(Stack stack) : Journey(stack)
{
    private const string Status = "hs_task_status";

    /// <summary>What a browser says when its server is gone.</summary>
    private const string Gone = "WebSocket|ERR_CONNECTION|Failed to|Connection disconnected|Error: |reconnect|TypeError: Failed to fetch";

    [Fact]
    public async Task A_move_in_one_replica_is_on_the_screens_of_the_other_within_two_seconds()
    {
        var (first, second, other) = await TwinsAsync();
        var took = new List<double>();
        foreach (var card in (await first.IdsAsync(NotStarted))[1..6])
        {
            await first.DragAsync(card, Completed);
            await first.IsInAsync(Completed, card);
            var watch = Stopwatch.StartNew();
            await second.IsInAsync(Completed, card);
            took.Add(watch.Elapsed.TotalSeconds);
        }

        TestContext.Current.SendDiagnosticMessage("Seconds from the own screen to the other replica's screen: {0}", string.Join(", ", took.Select(seconds => $"{seconds:0.00}")));

        // The middle one: a busy machine may hold up a browser for a moment.
        Assert.InRange(took.Order().ElementAt(2), 0, 2);
        Assert.Contains("Maya Okafor moved", await second.News.InnerTextAsync(), StringComparison.Ordinal);
        Assert.NotEmpty(await other.Sandbox.LedgerAsync());
    }

    [Fact]
    public async Task A_replica_killed_while_it_sends_is_taken_over_and_the_effect_is_one()
    {
        var (first, second, other) = await TwinsAsync("--Replicas:LeaseSeconds", "3");
        first.Visitor.Expect(Gone);
        var (card, before) = (await second.PickAsync(NotStarted, 1), await other.Sandbox.NowAsync());
        await other.Sandbox.FaultAsync("PATCH", "/objects/", new { kind = "delay", milliseconds = 60_000 }, count: 1);

        // Done at the second replica, sent by the first: the bell rang across.
        await second.DragAsync(card, Completed);
        await other.Sandbox.StruckAsync();
        await other.KillWebAsync();

        Assert.Single(await other.Sandbox.HasAsync(card, Status, "COMPLETED", before));
        await second.IsInAsync(Completed, card);
        await second.IsSavedAsync(card);
    }

    [Fact]
    public async Task A_replica_that_stood_still_past_its_lease_writes_nothing_when_it_goes_on()
    {
        var (first, second, other) = await TwinsAsync("--Replicas:LeaseSeconds", "3", "--HubSpot:TimeoutSeconds", "5");
        first.Visitor.Expect(Gone);
        var (card, before) = (await second.PickAsync(NotStarted, 1), await other.Sandbox.NowAsync());
        await other.Sandbox.FaultAsync("PATCH", "/objects/", new { kind = "delay", milliseconds = 60_000 }, count: 1);
        await second.DragAsync(card, Completed);
        await other.Sandbox.StruckAsync();
        await other.PauseWebAsync();
        try
        {
            await other.Sandbox.HasAsync(card, Status, "COMPLETED", before);
            await second.IsSavedAsync(card);
        }
        finally
        {
            await other.ResumeWebAsync();
        }

        await Eventually.HoldsAsync(
            () => Task.FromResult(other.WebOutput.Contains("has taken over the sending", StringComparison.Ordinal)), "the late settle refused", TimeSpan.FromSeconds(60));
        Assert.Single(await other.Sandbox.HasAsync(card, Status, "COMPLETED", before));
        await second.IsSavedAsync(card);
    }

    private async Task<(BoardPage First, BoardPage Second, Stack Other)> TwinsAsync(params string[] settings)
    {
        var other = await ElsewhereAsync(60, settings);
        var first = await BoardOfAsync(Person.Maya, at: other);
        await other.StartTwinAsync();
        var second = await BoardOfAsync(Person.Daniel, options: new BrowserNewContextOptions { BaseURL = other.TwinOrigin }, at: other);
        return (first, second, other);
    }
}
