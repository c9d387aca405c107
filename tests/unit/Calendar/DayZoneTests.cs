using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks.Planning;
using Dashboard.Application.Workspaces;
using Dashboard.UnitTests.Board;
using Xunit;

namespace Dashboard.UnitTests.Calendar;

/// <summary>What a drop on a place of the calendar means. It is Saturday 21 November 2026, 10:00 in Berlin.</summary>
public sealed class DayZoneTests : IAsyncLifetime
{
    private Desk desk = null!;

    public async ValueTask InitializeAsync()
    {
        desk = await Desk.NewAsync();
        await desk.AddAsync(1, t => t.Due = new(2026, 11, 24, 8, 30, 0, TimeSpan.Zero));
    }

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Theory]
    [InlineData("day:2026-11-26", "2026-11-26T08:30:00Z", "Thu 26 Nov 09:30")]
    [InlineData("slot:2026-11-26T14:45", "2026-11-26T13:45:00Z", "Thu 26 Nov 14:45")]
    [InlineData("allday:2026-11-26", "2026-11-26T22:59:00Z", "Thu 26 Nov")]
    [InlineData("someday:", "2099-12-31T11:00:00Z", "someday")]
    [InlineData("day:2026-11-21", "2026-11-21T08:30:00Z", "Sat 21 Nov 09:30")]
    public async Task A_drop_sets_what_the_place_says(string zone, string due, string words)
    {
        var moved = await desk.MoveAsync(1, zone);

        Assert.Equal(words, moved.Value.To);
        Assert.Equal(DateTimeOffset.Parse(due, null), (await desk.TaskAsync(1)).Due);
    }

    [Fact]
    public async Task A_persons_day_gives_the_task_to_them_and_plans_it_in_one_change()
    {
        var moved = await desk.MoveAsync(1, $"owner:{Desk.Colleague}|day:2026-11-26");

        var task = await desk.TaskAsync(1);
        Assert.Equal((Desk.Colleague, new DateTimeOffset(2026, 11, 26, 8, 30, 0, TimeSpan.Zero)), (task.OwnerId, task.Due));
        Assert.Single(await desk.ChangesAsync());
        Assert.Equal("Daniel Reyes, Thu 26 Nov 09:30", moved.Value.To);
    }

    [Theory]
    [InlineData("day:2026-02-30")]
    [InlineData("day:0001-01-01")]
    [InlineData("day:9999-12-31")]
    [InlineData("day:")]
    [InlineData("day:24.11.2026")]
    [InlineData("slot:2026-11-26T24:00")]
    [InlineData("slot:2026-11-26")]
    [InlineData("times:2026-11-26")]
    [InlineData("someday:now")]
    [InlineData("tray:overdue")]
    [InlineData("owner:13|day:2026-11-26")] // gone from the portal
    [InlineData("day:2026-11-26|day:2026-11-27")]
    [InlineData("owner:12|day:2026-11-26|status:COMPLETED|priority:HIGH")]
    [InlineData("|")]
    public async Task What_is_no_place_is_refused_and_changes_nothing(string zone)
    {
        var moved = await desk.MoveAsync(1, zone);

        Assert.IsType<Failure.Invalid>(moved.Failure);
        Assert.Empty(await desk.ChangesAsync());
    }

    [Fact]
    public async Task Someday_and_back_keeps_a_time_of_day()
    {
        await desk.MoveAsync(1, "someday:");
        Assert.True((await desk.TaskAsync(1)).Due >= Someday.From);

        await desk.MoveAsync(1, "day:2026-12-01", from: "someday:");

        Assert.Equal(new DateOnly(2026, 12, 1), PlannedTime.Of((await desk.TaskAsync(1)).Due!.Value, Desk.Berlin).Day);
    }

    [Fact]
    public async Task A_viewer_plans_nothing()
    {
        var moved = await desk.MoveAsync(1, "day:2026-11-26", actor: desk.As(Role.Viewer));

        Assert.False(moved.Ok);
        Assert.Empty(await desk.ChangesAsync());
    }
}
