using Dashboard.Application.Board;
using Dashboard.Application.Board.Moving;
using Dashboard.Application.Kernel;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Editing;
using Dashboard.Application.Tasks.Line;
using Dashboard.UnitTests.Board;
using Xunit;

namespace Dashboard.UnitTests.Calendar;

/// <summary>What a person set of week, clock and working day is what planning goes by. It is Saturday 21 November 2026, 10:00 in Berlin.</summary>
public sealed class OwnTimeTests : IAsyncLifetime
{
    private static readonly OwnTime Usual = Desk.Berlin;
    private static readonly OwnTime Late = new(Desk.Berlin, Habits.Usual with { Uses12Hours = true, WorkTo = new(18, 30), WeekStart = DayOfWeek.Saturday });

    private Desk desk = null!;

    public async ValueTask InitializeAsync() => desk = await Desk.NewAsync();

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Theory]
    [InlineData(DayOfWeek.Monday, "2026-11-22T23:00:00Z", "2026-11-29T23:00:00Z")]
    [InlineData(DayOfWeek.Saturday, "2026-11-27T23:00:00Z", "2026-12-04T23:00:00Z")]
    [InlineData(DayOfWeek.Sunday, "2026-11-22T23:00:00Z", "2026-11-28T23:00:00Z")]
    public void Next_week_begins_with_the_persons_own_first_day(DayOfWeek start, string from, string to)
    {
        var buckets = new DueBuckets(Desk.Now, new OwnTime(Desk.Berlin, Habits.Usual with { WeekStart = start }));

        Assert.Equal((DateTimeOffset.Parse(from, null), DateTimeOffset.Parse(to, null)), buckets.Range(DueBucket.NextWeek));
    }

    [Fact]
    public async Task The_column_next_week_means_the_first_day_of_the_persons_week()
    {
        await desk.AddAsync(1, t => t.Due = Desk.Now.AddDays(-1));

        await MoveAsync("due:NextWeek", Late);

        Assert.Equal(DateTimeOffset.Parse("2026-11-28T09:00:00Z", null), (await desk.TaskAsync(1)).Due);
    }

    [Fact]
    public void Who_begins_the_week_elsewhere_shares_no_kept_board()
    {
        var query = new BoardQuery { Group = BoardGrouping.Due };
        BoardKey? Key(OwnTime own) => BoardKey.Of(desk.Actor, query, own, new Dictionary<string, CardWindow>());

        Assert.Equal(Key(Usual), Key(Usual));
        Assert.NotEqual(Key(Usual), Key(Late));
    }

    [Theory]
    [InlineData(false, "Tue 24 Nov 14:30")]
    [InlineData(true, "Tue 24 Nov 2:30 PM")]
    public async Task A_drop_and_what_happened_meanwhile_are_told_on_the_persons_clock(bool uses12Hours, string words)
    {
        await desk.AddAsync(1, t => t.Due = DateTimeOffset.Parse("2026-11-24T13:30:00Z", null));
        var own = new OwnTime(Desk.Berlin, Habits.Usual with { Uses12Hours = uses12Hours });

        var clash = (await MoveAsync("slot:2026-11-25T09:15", own, seen: Desk.Now)).Value;
        var back = (await MoveAsync("slot:2026-11-24T14:30", own)).Value;

        Assert.StartsWith($"Somebody moved this card to {words} while you held it.", clash.Meanwhile, StringComparison.Ordinal);
        Assert.Equal(words, back.To);
    }

    [Theory]
    [InlineData(false, "2026-11-24T16:00:00Z")]
    [InlineData(true, "2026-11-24T17:30:00Z")]
    public async Task A_task_without_a_date_gets_the_end_of_the_persons_working_day(bool late, string due)
    {
        await desk.AddAsync(1, t => t.Due = null);

        await MoveAsync("day:2026-11-24", late ? Late : Usual);

        Assert.Equal(DateTimeOffset.Parse(due, null), (await desk.TaskAsync(1)).Due);
    }

    [Fact]
    public async Task A_date_without_a_time_in_a_form_means_the_end_of_the_persons_working_day()
    {
        await desk.AddAsync(1, t => t.Due = null);

        var saved = await new EditTask(desk.Databases, desk.Queue, desk.Clock).RunAsync(
            desk.Actor, new TaskEdit(Guid.NewGuid(), 1, new Dictionary<string, string?> { [TaskProperty.Due] = "2026-11-24" }), Late, default);

        Assert.True(saved.Ok);
        Assert.Equal(DateTimeOffset.Parse("2026-11-24T17:30:00Z", null), (await desk.TaskAsync(1)).Due);
        Assert.Equal(DateTimeOffset.Parse("2026-11-21T17:30:00Z", null), CreateTask.NextEndOfWork(Desk.Now, Late));
    }

    [Fact]
    public void A_day_in_a_line_means_the_end_of_the_persons_working_day()
    {
        var line = TaskLine.Read("call Brian tomorrow", Desk.Now, Late, new PortalChoices([], []), null);

        Assert.Equal("2026-11-22T17:30:00.000Z", line.Values[TaskProperty.Due]);
        Assert.Equal("Sunday 22 November 2026, 6:30 PM", Assert.Single(line.Parts, part => part.Kind == LinePartKind.Due).Meaning);
    }

    private Task<Result<MovedTask>> MoveAsync(string zone, OwnTime own, DateTimeOffset? seen = null) =>
        new MoveTask(desk.Databases, desk.Queue, desk.Clock).RunAsync(desk.Actor, new TaskMove(Guid.NewGuid(), 1, "", zone) { SeenDue = seen }, own, default);
}
