using Dashboard.Application.Board.Views;
using Dashboard.Application.Calendar.Feeds;
using Dashboard.Application.Tasks;
using Dashboard.UnitTests.Board;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.Calendar.Feeds;

/// <summary>Which tasks a feed holds. It is Saturday 21 November 2026, 10:00 in Berlin.</summary>
public sealed class FeedContentTests
{
    private static readonly FeedToMake All = FeedDesk.Mine with { Query = "owner=all" };

    [Fact]
    public async Task A_feed_shows_what_its_query_lets_through()
    {
        await using var acme = await FeedDesk.NewAsync();
        await acme.Desk.AddAsync(1);
        await acme.Desk.AddAsync(2, t => t.OwnerId = Desk.Colleague);
        await acme.Desk.AddAsync(3, t => (t.OwnerId, t.Type) = (null, "CALL"));

        Assert.Equal(["Task 1"], (await acme.ShowAsync()).Summaries);
        Assert.Equal(["Task 1", "Task 2", "Task 3"], (await acme.ShowAsync(All)).Summaries);
        Assert.Equal(["Task 3"], (await acme.ShowAsync(FeedDesk.Mine with { Query = "owner=all&type=CALL&sort=-due&cols=due" })).Summaries);
        Assert.Equal(["Task 2"], (await acme.ShowAsync(FeedDesk.Mine with { Query = $"owner={Desk.Colleague}&q=task" })).Summaries);
    }

    [Fact]
    public async Task It_reaches_from_sixty_days_back_to_four_hundred_ahead()
    {
        await using var acme = await FeedDesk.NewAsync();
        var midnight = Desk.Now.AddHours(-10);
        await acme.Desk.AddAsync(1, t => t.Due = midnight.AddDays(-60).AddHours(-1).AddMinutes(-1));
        await acme.Desk.AddAsync(2, t => t.Due = midnight.AddDays(-60));
        await acme.Desk.AddAsync(3, t => t.Due = midnight.AddDays(401).AddMinutes(-1));
        await acme.Desk.AddAsync(4, t => t.Due = midnight.AddDays(401));
        await acme.Desk.AddAsync(5, t => t.Due = null);

        Assert.Equal(["Task 2", "Task 3"], (await acme.ShowAsync()).Summaries);
    }

    [Fact]
    public async Task Completed_tasks_are_a_choice_and_tasks_without_a_name_at_HubSpot_wait()
    {
        await using var acme = await FeedDesk.NewAsync();
        await acme.Desk.AddAsync(1, t => (t.Status, t.IsClosed, t.CompletedAt) = ("COMPLETED", true, Desk.Now.AddHours(-2)));
        await acme.Desk.AddAsync(-7);
        await acme.Desk.AddAsync(9);

        Assert.Equal(["Task 9"], (await acme.ShowAsync()).Summaries);
        Assert.Equal(["✓ Task 1", "Task 9"], (await acme.ShowAsync(FeedDesk.Mine with { WithCompleted = true })).Summaries);
    }

    [Fact]
    public async Task Of_too_many_the_next_ones_are_shown_and_the_calendar_says_so()
    {
        await using var acme = await FeedDesk.NewAsync();
        await using (var db = acme.Desk.Open())
        {
            db.Tasks.AddRange(Enumerable.Range(1, ReadFeed.MostTasks + 10).Select(id => new CrmTask
            {
                WorkspaceId = acme.Desk.Workspace, Id = id, Subject = $"Task {id}", OwnerId = Desk.Me, Due = Desk.Now.AddHours(id <= 30 ? -24 * id : id), RemoteCreatedAt = Desk.Now, RemoteUpdatedAt = Desk.Now,
            }));
            await db.SaveChangesAsync();
        }

        var shown = await acme.ShowAsync();
        Assert.Equal(ReadFeed.MostTasks, shown.Entries.Count);
        Assert.Equal(("Task 20", "Task 1", "Task 31"), (shown.Summaries[0], shown.Summaries[19], shown.Summaries[20]));
        Assert.Contains("2\\,000 of 2\\,010", shown.Head["X-WR-CALDESC"]);
        Assert.Equal(shown.Head["X-WR-CALDESC"], shown.Head["DESCRIPTION"]);
    }

    [Fact]
    public async Task A_feed_follows_its_view_and_outlives_it()
    {
        await using var acme = await FeedDesk.NewAsync();
        await acme.Desk.AddAsync(1, t => t.Type = "CALL");
        await acme.Desk.AddAsync(2, t => t.Type = "EMAIL");
        var view = (await new SaveView(acme.Desk.Databases, acme.Desk.Clock).RunAsync(acme.Aiko, new ViewToSave(null, "list", "Calls", "owner=all&type=CALL"), default)).Value;
        var secret = await acme.MakeAsync(FeedDesk.Mine with { ViewId = view.Id, Query = "owner=none" });
        async Task<string[]> ShownAsync() => IcsFile.Read(await acme.ReadAsync(secret)).Summaries;
        Assert.Equal(["Task 1"], await ShownAsync());
        Assert.Equal("Calls", (await acme.List.RunAsync(acme.Aiko, default)).Value.Feeds.Single().View);

        await new SaveView(acme.Desk.Databases, acme.Desk.Clock).RunAsync(acme.Aiko, new ViewToSave(view.Id, "list", "Mails", "owner=all&type=EMAIL"), default);
        Assert.Equal(["Task 2"], await ShownAsync());

        await new DeleteView(acme.Desk.Databases).RunAsync(acme.Aiko, view.Id, default);
        Assert.Equal(["Task 1"], await ShownAsync());
    }

    [Fact]
    public async Task A_view_of_somebody_else_can_be_shown_while_it_is_shared()
    {
        await using var acme = await FeedDesk.NewAsync();
        var manager = await acme.JoinAsync("Mara", Application.Workspaces.Role.Manager);
        var save = new SaveView(acme.Desk.Databases, acme.Desk.Clock);
        var view = (await save.RunAsync(manager, new ViewToSave(null, "board", "Hers", "owner=none"), default)).Value;
        Assert.False((await acme.Create.RunAsync(acme.Aiko, FeedDesk.Mine with { ViewId = view.Id }, default)).Ok);

        await save.RunAsync(manager, new ViewToSave(view.Id, "board", "Ours", "owner=all", Shared: true), default);
        var secret = await acme.MakeAsync(FeedDesk.Mine with { ViewId = view.Id });
        await save.RunAsync(manager, new ViewToSave(view.Id, "board", "Hers again", "owner=none"), default);
        Assert.Equal("owner=all", (await acme.FindAsync(secret)).Value.Query);
        Assert.Null((await acme.List.RunAsync(acme.Aiko, default)).Value.Feeds.Single().View);
    }

    [Fact]
    public async Task It_says_the_same_until_something_changes()
    {
        await using var acme = await FeedDesk.NewAsync();
        await acme.Desk.AddAsync(1);
        var secret = await acme.MakeAsync();
        var before = await acme.ReadAsync(secret);
        acme.Desk.Clock.Advance(TimeSpan.FromHours(3));
        Assert.Equal(before, await acme.ReadAsync(secret));

        await using (var db = acme.Desk.Open())
        {
            await db.Tasks.ExecuteUpdateAsync(row => row.SetProperty(t => t.Subject, "Later").SetProperty(t => t.Due, Desk.Now.AddDays(2)).SetProperty(t => t.RemoteUpdatedAt, Desk.Now));
        }

        var (old, now) = (IcsFile.Read(before).Entries.Single(), IcsFile.Read(await acme.ReadAsync(secret)).Entries.Single());
        Assert.Equal(old["UID"], now["UID"]);
        Assert.Equal("20261123T090000Z", now["DTSTART"]);
        Assert.True(int.Parse(now["SEQUENCE"], null) > int.Parse(old["SEQUENCE"], null));
        Assert.Equal(("20261112T090000Z", "20261121T090000Z"), (old["DTSTAMP"], now["DTSTAMP"]));
    }
}
