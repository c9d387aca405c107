using Dashboard.Application.Board;
using Dashboard.Application.Calendar;
using Dashboard.Application.Kernel;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Tasks.Planning;
using Dashboard.UnitTests.Board;
using Xunit;

namespace Dashboard.UnitTests.Calendar;

/// <summary>What one look at a calendar asks of the database, and how SQLite answers it. The queries are those that were sent, not copies of them.</summary>
public sealed class CalendarReadsTests : IAsyncLifetime
{
    /// <summary>Two for the portal's words, one walk, one for what repeats, two for its cards and their records, one whether there are tasks at all, two for how fresh it is.</summary>
    private const int WithoutTray = 9;

    /// <summary>Three lists and two counts: fewer tasks without a date than are listed need no counting.</summary>
    private const int OfTray = 5;

    private Desk desk = null!;

    public async ValueTask InitializeAsync() => desk = await Desk.NewAsync();

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    public static TheoryData<CalendarLayout, string, bool> Looks() => new(
        from layout in new[] { CalendarLayout.Month, CalendarLayout.Week, CalendarLayout.Team }
        from owner in new[] { "me", "all", "none" }
        from hides in new[] { false, true }
        select (layout, owner, hides));

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task The_walk_and_the_tray_are_ranges_of_covering_indexes(CalendarLayout layout, string owner, bool hides)
    {
        await AddAsync(from: 1, to: 9);

        var plans = await PlansAsync(Query(layout, owner) with { HidesClosed = hides });

        Assert.Equal(1 + OfTray, plans.Count);
        Assert.All(plans, p => Assert.True(IsRange(p.Plan), $"{p.Plan}\n{p.Sql}"));
        Assert.DoesNotContain("TEMP B-TREE", Assert.Single(plans, p => p.Sql.Contains("\"t\".\"Due\" >= @from", StringComparison.Ordinal)).Plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cards_are_looked_up_by_their_keys_and_however_many_they_are_the_statement_is_the_same()
    {
        await AddAsync(from: 1, to: 3);
        var few = await CardPlansAsync();
        await AddAsync(from: 4, to: 40);
        var many = await CardPlansAsync();

        Assert.Equal(2, few.Count);
        Assert.Equal(few.Select(p => p.Sql), many.Select(p => p.Sql));
        Assert.All(many, p => Assert.Matches(@"SEARCH \w+ USING .*\(WorkspaceId=\? AND (Task)?Id=\?", p.Plan));
    }

    [Fact]
    public async Task The_assertion_can_fail()
    {
        var plans = await PlansAsync(Query(CalendarLayout.Month, "me") with { Filter = new BoardQuery { Text = "offer" } });

        Assert.Contains(plans, p => !IsRange(p.Plan));
    }

    [Theory]
    [InlineData(CalendarLayout.Month)]
    [InlineData(CalendarLayout.Team)]
    public async Task More_tasks_take_no_more_queries(CalendarLayout layout)
    {
        await AddAsync(from: 1, to: 3);
        Assert.Equal(WithoutTray + OfTray, await CountAsync(Query(layout, "all")));

        await AddAsync(from: 4, to: 120);
        Assert.Equal(WithoutTray + OfTray, await CountAsync(Query(layout, "all")));
    }

    [Fact]
    public async Task A_hidden_tray_is_not_read()
    {
        await AddAsync(from: 1, to: 3);

        Assert.Equal(WithoutTray, await CountAsync(Query(CalendarLayout.Month, "all") with { HasTray = false }));
        Assert.Empty((await ShowAsync(desk.Databases, Query(CalendarLayout.Month, "all") with { HasTray = false })).Tray);
    }

    [Fact]
    public async Task What_is_not_counted_apart_is_counted_right()
    {
        for (var id = 1; id <= 45; id++)
        {
            await desk.AddAsync(id, t => t.Due = null);
            if (id is 3 or 40 or 45)
            {
                Assert.Equal(id, (await ShowAsync(desk.Databases, Query(CalendarLayout.Month, "me"))).Tray.Single(t => t.Zone == "tray:nodate").Count);
            }
        }
    }

    private static CalendarQuery Query(CalendarLayout layout, string owner) => new(layout, new(2026, 11, 21), new BoardQuery
    {
        Owner = owner switch { "me" => OwnerFilter.Me, "none" => OwnerFilter.Nobody, _ => OwnerFilter.Everyone },
    });

    /// <summary>Between two dues, or from or to one, and nothing of the table itself.</summary>
    private static bool IsRange(string plan) =>
        plan.Contains("SEARCH t USING COVERING INDEX", StringComparison.Ordinal) && plan.Contains("AND Due", StringComparison.Ordinal) && !plan.Contains("SCAN t", StringComparison.Ordinal);

    /// <summary>Of the queries that go through tasks; cards are read by id.</summary>
    private async Task<IReadOnlyList<(string Sql, string Plan)>> PlansAsync(CalendarQuery query)
    {
        var counted = desk.Counted;
        var plans = await counted.PlansOfAsync(() => ShowAsync(counted, query));
        return [.. plans.Where(p => p.Sql.Contains("\"t\".\"Due\"", StringComparison.Ordinal) && !p.Sql.Contains("substr(", StringComparison.Ordinal))];
    }

    private async Task<IReadOnlyList<(string Sql, string Plan)>> CardPlansAsync()
    {
        var counted = desk.Counted;
        var plans = await counted.PlansOfAsync(() => ShowAsync(counted, Query(CalendarLayout.Week, "all")));
        return [.. plans.Where(p => (p.Sql.Contains("substr(", StringComparison.Ordinal) && !p.Sql.Contains("TaskSeries", StringComparison.Ordinal)) || p.Sql.Contains("TaskLinks", StringComparison.Ordinal))];
    }

    private async Task<int> CountAsync(CalendarQuery query)
    {
        var counted = desk.Counted;
        return await counted.OfAsync(() => ShowAsync(counted, query));
    }

    /// <summary>Of each three one to be planned, one overdue and one for someday; each with three owners in turn; few without a date.</summary>
    private async Task AddAsync(int from, int to)
    {
        for (var id = from; id <= to; id++)
        {
            DateTimeOffset? due = (id % 3) switch { 0 => Desk.Now.AddMinutes(id), 1 => Desk.Now.AddDays(-id), _ => Someday.From.AddDays(id) };
            await desk.AddAsync(id, t => (t.Due, t.OwnerId) = (id % 10 == 0 ? null : due, (id % 9 / 3) switch { 0 => Desk.Me, 1 => Desk.Colleague, _ => null }));
        }
    }

    private async Task<CalendarView> ShowAsync(IDashboardDbs dbs, CalendarQuery query) =>
        (await new ShowCalendar(dbs, desk.Clock).RunAsync(desk.Actor, query, Desk.Berlin, default)).Value;
}
