using Dashboard.Application.People;
using Xunit;

namespace Dashboard.UnitTests.Board;

/// <summary>A card that somebody moved while it was in the hand of another person.</summary>
public sealed class MeanwhileTests
{
    [Fact]
    public async Task The_later_drop_wins_and_says_who_had_moved_the_card()
    {
        await using var desk = await Desk.NewAsync();
        await desk.AddAsync(1);
        await MoveAsColleagueAsync(desk, "status:WAITING");

        var moved = await desk.MoveAsync(1, "status:COMPLETED", from: "status:NOT_STARTED");

        Assert.Equal("Daniel Reyes moved this card to Waiting while you held it. Your move takes it to Completed.", moved.Value.Meanwhile);
        Assert.Equal("COMPLETED", (await desk.TaskAsync(1)).Status);
    }

    [Fact]
    public async Task A_new_place_in_a_column_that_the_card_has_left_is_not_taken()
    {
        await using var desk = await Desk.NewAsync();
        await desk.AddAsync(1);
        await desk.AddAsync(2);
        await MoveAsColleagueAsync(desk, "status:WAITING");
        var before = await desk.TaskAsync(1);

        var moved = await desk.MoveAsync(1, "status:NOT_STARTED", above: 2, from: "status:NOT_STARTED");

        Assert.Equal("Daniel Reyes moved this card to Waiting while you held it. It stays there.", moved.Value.Meanwhile);
        Assert.Equal(before.Rank, (await desk.TaskAsync(1)).Rank);
        Assert.Single(await desk.ChangesAsync());
    }

    [Fact]
    public async Task What_came_from_HubSpot_itself_has_no_name()
    {
        await using var desk = await Desk.NewAsync();
        await desk.AddAsync(1, t => t.OwnerId = Desk.Colleague);

        var moved = await desk.MoveAsync(1, "owner:", from: $"owner:{Desk.Me}");

        Assert.Equal("Somebody moved this card to Daniel Reyes while you held it. Your move takes it to Nobody.", moved.Value.Meanwhile);
    }

    [Theory]
    [InlineData("status:NOT_STARTED", "status:WAITING")]
    [InlineData("status:IN_PROGRESS", "status:NOT_STARTED")]
    [InlineData("status:other", "status:WAITING")]
    [InlineData("due:Today", "due:Tomorrow")]
    [InlineData("", "status:WAITING")]
    public async Task Nothing_is_said_where_nobody_came_between(string from, string to)
    {
        await using var desk = await Desk.NewAsync();
        await desk.AddAsync(1);

        Assert.Null((await desk.MoveAsync(1, to, from: from)).Value.Meanwhile);
    }

    [Fact]
    public async Task The_same_gesture_told_again_is_no_clash_with_itself()
    {
        await using var desk = await Desk.NewAsync();
        await desk.AddAsync(1);
        var operation = Guid.NewGuid();
        await desk.MoveAsync(1, "status:WAITING", from: "status:NOT_STARTED", operation: operation);
        await desk.MoveAsync(1, "status:DEFERRED", from: "status:WAITING");

        Assert.Null((await desk.MoveAsync(1, "status:WAITING", from: "status:NOT_STARTED", operation: operation)).Value.Meanwhile);
    }

    private static async Task MoveAsColleagueAsync(Desk desk, string zone)
    {
        var daniel = desk.As(Dashboard.Application.Workspaces.Role.Member) with { Name = "Daniel Reyes" };
        await using (var db = desk.Open())
        {
            db.Directory.People.Add(new Person { Id = daniel.PersonId, Issuer = "https://idp.example", Subject = "daniel", Name = daniel.Name });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        Assert.True((await desk.MoveAsync(1, zone, from: "status:NOT_STARTED", actor: daniel)).Ok);
    }
}
