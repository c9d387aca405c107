using Dashboard.Application.Board;
using Dashboard.Application.Calendar;
using Dashboard.Application.Calendar.Load;
using Dashboard.Application.People;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Tasks;
using Dashboard.UnitTests.Board;
using Xunit;

namespace Dashboard.UnitTests.Calendar.Load;

/// <summary>It is Saturday 21 November 2026, 10:00 in Berlin. How full Tuesday is.</summary>
public sealed class DayLoadTests : IAsyncLifetime
{
    private static readonly DateOnly Tuesday = new(2026, 11, 24);

    private Desk desk = null!;

    public async ValueTask InitializeAsync() => desk = await Desk.NewAsync();

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Theory]
    [InlineData(CalendarLayout.Month)]
    [InlineData(CalendarLayout.Week)]
    [InlineData(CalendarLayout.Day)]
    public async Task A_day_counts_its_open_tasks_and_their_minutes_whatever_their_hour(CalendarLayout layout)
    {
        await AddAsync(1, "08:00", "CALL");
        await AddAsync(2, "22:59", "MEETING");
        await AddAsync(3, "09:00", "EMAIL", closed: true);

        Assert.Equal(new DayLoad(Tuesday, 2, 75, 1, 75), (await ShowAsync(layout)).Loads[Tuesday]);
    }

    [Fact]
    public async Task Several_owners_are_counted_and_the_fullest_of_them_is_known()
    {
        await AddAsync(1, "08:00", "CALL");
        await AddAsync(2, "08:00", "MEETING", Desk.Colleague);
        await AddAsync(3, "09:00", "MEETING", Desk.Colleague);
        await AddAsync(4, "09:00", "TODO", null);

        Assert.Equal(new DayLoad(Tuesday, 4, 165, 2, 120), (await ShowAsync(CalendarLayout.Month)).Loads[Tuesday]);
        Assert.Equal(new DayLoad(Tuesday, 1, 30, 0, 0), (await ShowAsync(CalendarLayout.Month, OwnerFilter.Nobody)).Loads[Tuesday]);
    }

    [Fact]
    public async Task Minutes_are_those_of_whoever_looks()
    {
        await AddAsync(1, "08:00", "CALL");
        var habits = Habits.Usual with { Minutes = TaskMinutes.Usual with { Call = 50 } };

        Assert.Equal(50, (await ShowAsync(CalendarLayout.Month, habits: habits)).Loads[Tuesday].Minutes);
        Assert.Equal(50, (await ShowAsync(CalendarLayout.Team, habits: habits)).Cells[$"owner:{Desk.Me}|day:2026-11-24"].Load!.Minutes);
    }

    [Fact]
    public async Task In_a_team_week_a_persons_day_says_its_own_and_nobodys_says_none()
    {
        await AddAsync(1, "08:00", "CALL");
        await AddAsync(2, "08:00", "CALL", null);

        var view = await ShowAsync(CalendarLayout.Team);

        Assert.Equal(new DayLoad(Tuesday, 1, 15, 1, 15), view.Cells[$"owner:{Desk.Me}|day:2026-11-24"].Load);
        Assert.Null(view.Cells["owner:|day:2026-11-24"].Load);
        Assert.Empty(view.Loads);
    }

    [Theory]
    [InlineData(null, 15)]
    [InlineData("", 15)]
    [InlineData("50,10,30,60,10,20", 50)]
    [InlineData("50,10,30,60,10", 15)]
    [InlineData("50,10,30,60,10,0", 15)]
    [InlineData("50,10,30,60,10,481", 15)]
    [InlineData("50,ten,30,60,10,20", 15)]
    public void What_was_kept_is_read_and_anything_else_is_the_usual(string? kept, int call) => Assert.Equal(call, TaskMinutes.Read(kept).Call);

    [Fact]
    public async Task A_person_keeps_what_load_is_counted_in_and_how_long_tasks_take()
    {
        var person = await PersonAsync();
        var wanted = KeptSettings.None with { Habits = Habits.Usual with { LoadBy = LoadMeasure.Tasks, Minutes = new(1, 2, 3, 4, 5, 480) } };

        Assert.True((await new SaveSettings(desk.Databases).RunAsync(person, wanted, default)).Ok);
        Assert.False((await new SaveSettings(desk.Databases).RunAsync(person, KeptSettings.None with { Habits = Habits.Usual with { Minutes = new(1, 2, 3, 4, 5, 481) } }, default)).Ok);
        Assert.Equal(wanted, await new ShowSettings(desk.Databases).RunAsync(person, default));
    }

    private async Task<Guid> PersonAsync()
    {
        var person = Guid.NewGuid();
        await using var db = desk.Databases.OpenDirectory();
        db.People.Add(new Person { Id = person, Issuer = "https://idp.example", Subject = "aiko", Name = "Aiko Tanaka" });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return person;
    }

    private Task<CrmTask> AddAsync(long id, string time, string type, long? owner = Desk.Me, bool closed = false) => desk.AddAsync(id, t =>
    {
        (t.Due, t.Type, t.OwnerId) = (DateTimeOffset.Parse($"2026-11-24T{time}:00Z", null), type, owner);
        (t.IsClosed, t.Status) = (closed, closed ? "COMPLETED" : t.Status);
    });

    private async Task<CalendarView> ShowAsync(CalendarLayout layout, OwnerFilter? owner = null, Habits? habits = null)
    {
        var query = new CalendarQuery(layout, Tuesday, new BoardQuery { Owner = owner ?? OwnerFilter.Everyone });
        return (await new ShowCalendar(desk.Databases, desk.Clock).RunAsync(desk.Actor, query, new OwnTime(Desk.Berlin, habits ?? Habits.Usual), default)).Value;
    }
}
