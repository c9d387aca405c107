using System.Text;
using Dashboard.Application.Calendar.Feeds;
using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
using Dashboard.UnitTests.Board;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.Calendar.Feeds;

/// <summary>Who reads a feed, for how long, and who may end it.</summary>
public sealed class FeedAccessTests
{
    [Fact]
    public async Task The_secret_is_told_once_and_only_its_hash_is_kept()
    {
        await using var acme = await FeedDesk.NewAsync();
        var secret = await acme.MakeAsync();
        Assert.Equal(43, secret.Length);
        Assert.NotEqual(secret, await acme.MakeAsync());

        await using var db = acme.Desk.Open();
        Assert.Contains(SecretToken.Hash(secret), await db.TaskFeeds.Select(f => f.SecretHash).ToListAsync());
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        var file = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(db.Database.GetDbConnection().DataSource));
        Assert.Contains(SecretToken.Hash(secret), file);
        Assert.DoesNotContain(secret, file);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("\0")]
    [InlineData("' OR 1=1 --")]
    [InlineData("../../etc/passwd")]
    public async Task What_is_no_secret_is_absent(string text)
    {
        await using var acme = await FeedDesk.NewAsync();
        var secret = await acme.MakeAsync();
        foreach (var guess in new[] { text, secret + text + " ", secret[..^1], SecretToken.Hash(secret), new string('a', 100_000), SecretToken.New() })
        {
            Assert.IsType<Failure.NotFound>((await acme.FindAsync(guess)).Failure);
        }

        Assert.True((await acme.FindAsync(secret)).Ok);
    }

    [Fact]
    public async Task A_revoked_feed_is_absent_at_the_next_reading()
    {
        await using var acme = await FeedDesk.NewAsync();
        var made = (await acme.Create.RunAsync(acme.Aiko, FeedDesk.Mine, default)).Value;
        Assert.True((await acme.FindAsync(made.Secret)).Ok);

        Assert.True((await acme.Revoke.RunAsync(acme.Aiko, made.Id, default)).Ok);
        Assert.Equal((await acme.FindAsync(SecretToken.New())).Failure, (await acme.FindAsync(made.Secret)).Failure);
        Assert.IsType<Failure.NotFound>((await acme.Revoke.RunAsync(acme.Aiko, made.Id, default)).Failure);
        Assert.IsType<Failure.NotFound>((await acme.Renew.RunAsync(acme.Aiko, made.Id, default)).Failure);
        Assert.Empty((await acme.List.RunAsync(acme.Aiko, default)).Value.Feeds);
    }

    [Fact]
    public async Task The_feed_of_somebody_removed_is_dead_and_stays_so_when_they_come_back()
    {
        await using var acme = await FeedDesk.NewAsync();
        var secret = await acme.MakeAsync();
        await acme.RemoveAsync(acme.Aiko);
        Assert.IsType<Failure.NotFound>((await acme.FindAsync(secret)).Failure);

        acme.Desk.Clock.Advance(TimeSpan.FromDays(1));
        await acme.JoinAgainAsync(acme.Aiko);
        Assert.IsType<Failure.NotFound>((await acme.FindAsync(secret)).Failure);
        Assert.Empty((await acme.List.RunAsync(acme.Aiko, default)).Value.Feeds);
        Assert.True((await acme.FindAsync(await acme.MakeAsync())).Ok);
    }

    [Fact]
    public async Task Another_secret_ends_the_one_before()
    {
        await using var acme = await FeedDesk.NewAsync();
        var made = (await acme.Create.RunAsync(acme.Aiko, FeedDesk.Mine, default)).Value;
        var admin = await acme.JoinAsync("Olga", Role.Owner);
        Assert.IsType<Failure.NotFound>((await acme.Renew.RunAsync(admin, made.Id, default)).Failure);

        var again = (await acme.Renew.RunAsync(acme.Aiko, made.Id, default)).Value;
        Assert.Equal(made.Id, again.Id);
        Assert.IsType<Failure.NotFound>((await acme.FindAsync(made.Secret)).Failure);
        Assert.True((await acme.FindAsync(again.Secret)).Ok);
    }

    [Theory]
    [InlineData(Role.Viewer, false)]
    [InlineData(Role.Manager, false)]
    [InlineData(Role.Admin, true)]
    [InlineData(Role.Owner, true)]
    public async Task Others_feeds_are_an_admins_to_see_and_end(Role role, bool may)
    {
        await using var acme = await FeedDesk.NewAsync();
        var made = (await acme.Create.RunAsync(acme.Aiko, FeedDesk.Mine, default)).Value;
        var other = await acme.JoinAsync("Olga", role);

        Assert.Equal(may, (await acme.List.RunAsync(other, default)).Value.Feeds.Any(f => f is { IsMine: false, Person: "Aiko Tanaka" }));
        Assert.Equal(may, (await acme.Revoke.RunAsync(other, made.Id, default)).Ok);
        Assert.Equal(!may, (await acme.FindAsync(made.Secret)).Ok);
    }

    [Fact]
    public async Task A_viewer_has_feeds_too_and_a_feed_reads_with_the_role_of_now()
    {
        await using var acme = await FeedDesk.NewAsync(Role.Viewer);
        var found = (await acme.FindAsync(await acme.MakeAsync())).Value;
        Assert.Equal((Role.Viewer, acme.Aiko.PersonId, Desk.Me, "acme"), (found.Actor.Role, found.Actor.PersonId, found.Actor.OwnerId, found.Slug));
    }

    [Fact]
    public async Task Another_workspace_s_feeds_and_tasks_are_absent()
    {
        await using var acme = await FeedDesk.NewAsync();
        await acme.Desk.AddAsync(1);
        var made = (await acme.Create.RunAsync(acme.Aiko, FeedDesk.Mine with { Query = "owner=all" }, default)).Value;
        var elsewhere = new Actor(WorkspaceId.New(), acme.Aiko.PersonId, "Aiko", Role.Owner, Desk.Me);

        Assert.Empty((await acme.List.RunAsync(elsewhere, default)).Value.Feeds);
        Assert.IsType<Failure.NotFound>((await acme.Revoke.RunAsync(elsewhere, made.Id, default)).Failure);
        Assert.IsType<Failure.NotFound>((await acme.Renew.RunAsync(elsewhere, made.Id, default)).Failure);

        // A member there, too: their feed shows that workspace, which has no task.
        await using (var directory = acme.Desk.Databases.OpenDirectory())
        {
            directory.Workspaces.Add(new Workspace { Id = elsewhere.Workspace, Slug = "other", Name = "Other", CreatedAt = Desk.Now });
            directory.Members.Add(new Member { WorkspaceId = elsewhere.Workspace, PersonId = elsewhere.PersonId, Role = Role.Owner, JoinedAt = Desk.Now });
            await directory.SaveChangesAsync();
        }

        Assert.Empty(IcsFile.Read(await acme.ReadAsync(await acme.MakeAsync(FeedDesk.Mine with { Query = "owner=all" }, elsewhere))).Entries);
        Assert.Single(IcsFile.Read(await acme.ReadAsync(made.Secret)).Entries);
    }

    [Fact]
    public async Task The_last_reading_is_told_with_its_program()
    {
        await using var acme = await FeedDesk.NewAsync();
        var secret = await acme.MakeAsync();
        async Task<(DateTimeOffset? At, string? By)> LastAsync() => (await acme.List.RunAsync(acme.Aiko, default)).Value.Feeds.Select(f => (f.LastReadAt, f.LastReadBy)).Single();
        Assert.Equal((null, null), await LastAsync());

        await acme.FindAsync(secret, "Google-Calendar-Importer");
        Assert.Equal((Desk.Now, "Google-Calendar-Importer"), await LastAsync());

        // Within a minute nothing is written for the same program.
        acme.Desk.Clock.Advance(TimeSpan.FromSeconds(50));
        await acme.FindAsync(secret, "Google-Calendar-Importer");
        Assert.Equal(Desk.Now, (await LastAsync()).At);
        await acme.FindAsync(secret, new string('x', 5_000));
        Assert.Equal((Desk.Now.AddSeconds(50), new string('x', TaskFeed.LongestProgram)), await LastAsync());
    }

    [Fact]
    public async Task What_cannot_be_a_feed_is_refused_beside_its_field()
    {
        await using var acme = await FeedDesk.NewAsync();
        var mine = FeedDesk.Mine;
        foreach (var (wanted, field) in new[]
        {
            (mine with { Name = "  " }, "name"), (mine with { Name = new string('ü', 81) }, "name"), (mine with { Minutes = 0 }, "minutes"), (mine with { Minutes = 1441 }, "minutes"),
            (mine with { AlarmMinutes = -1 }, "alarm"), (mine with { ViewId = Guid.NewGuid() }, "view"), (mine with { Query = new string('q', 2_001) }, "view"),
        })
        {
            Assert.Equal([field], Assert.IsType<Failure.Unfit>((await acme.Create.RunAsync(acme.Aiko, wanted, default)).Failure).Fields.Keys);
        }

        Assert.IsType<Failure.Invalid>((await acme.Create.RunAsync(acme.Aiko, mine with { TimeZone = "Moon/Crater" }, default)).Failure);
        Assert.IsType<Failure.Invalid>((await acme.Create.RunAsync(acme.Aiko, mine with { Kind = (FeedKind)9 }, default)).Failure);
        for (var made = 0; made < CreateFeed.MostFeeds; made++)
        {
            await acme.MakeAsync();
        }

        Assert.IsType<Failure.Unfit>((await acme.Create.RunAsync(acme.Aiko, mine, default)).Failure);
    }
}
