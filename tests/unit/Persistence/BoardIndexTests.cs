using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.Persistence;

/// <summary>The board's questions, asked of SQLite's planner: an index answers each, in order, without sorting or scanning.</summary>
public sealed class BoardIndexTests
{
    private static readonly WorkspaceId Ours = WorkspaceId.New();

    [Fact]
    public async Task First_cards_of_a_status_come_in_order_from_an_index() =>
        await AssertIndexedAsync(tasks => tasks.Where(t => t.Status == "WAITING" && !t.IsClosed).OrderBy(t => t.Rank).Take(50));

    [Fact]
    public async Task First_cards_of_an_owner_and_status_come_in_order_from_an_index() =>
        await AssertIndexedAsync(tasks => tasks.Where(t => t.OwnerId == 7 && t.Status == "WAITING" && !t.IsClosed).OrderBy(t => t.Rank).Take(50));

    [Fact]
    public async Task First_cards_of_a_priority_come_in_order_from_an_index() =>
        await AssertIndexedAsync(tasks => tasks.Where(t => t.Priority == "HIGH" && !t.IsClosed).OrderBy(t => t.Rank).Take(50));

    [Fact]
    public async Task First_cards_of_a_type_come_in_order_from_an_index() =>
        await AssertIndexedAsync(tasks => tasks.Where(t => t.Type == "CALL" && !t.IsClosed).OrderBy(t => t.Rank).Take(50));

    [Fact]
    public async Task A_due_range_is_read_from_an_index() =>
        await AssertIndexedAsync(tasks => tasks.Where(t => !t.IsClosed && t.Due >= DateTimeOffset.UnixEpoch).OrderBy(t => t.Due).Take(50));

    [Fact]
    public async Task Counts_per_status_are_read_from_an_index_alone() =>
        await AssertIndexedAsync(tasks => tasks.GroupBy(t => t.Status).Select(g => new { g.Key, Count = g.Count() }), covering: true);

    [Fact]
    public async Task Counts_per_status_of_one_owner_are_read_from_an_index_alone() =>
        await AssertIndexedAsync(tasks => tasks.Where(t => t.OwnerId == 7).GroupBy(t => t.Status).Select(g => new { g.Key, Count = g.Count() }), covering: true);

    [Fact]
    public async Task A_page_of_the_list_by_due_date_comes_in_order_from_an_index() =>
        await AssertIndexedAsync(tasks => tasks.OrderBy(t => t.Due).ThenBy(t => t.Id).Skip(50).Take(50));

    [Fact]
    public async Task A_page_of_the_list_by_change_comes_in_order_from_an_index() =>
        await AssertIndexedAsync(tasks => tasks.OrderByDescending(t => t.RemoteUpdatedAt).ThenByDescending(t => t.Id).Take(50));

    [Fact]
    public async Task The_count_of_all_tasks_is_read_from_an_index_alone() =>
        await AssertIndexedAsync(tasks => tasks.GroupBy(t => t.WorkspaceId).Select(g => new { Count = g.Count() }), covering: true);

    [Fact]
    public async Task The_assertion_can_fail()
    {
        var plan = await PlanAsync(tasks => tasks.OrderBy(t => t.Subject).Take(50));
        Assert.Contains("USE TEMP B-TREE FOR ORDER BY", plan, StringComparison.Ordinal);
    }

    private static async Task AssertIndexedAsync(Func<IQueryable<CrmTask>, IQueryable<object>> ask, bool covering = false)
    {
        var plan = await PlanAsync(ask);
        Assert.Contains(covering ? "USING COVERING INDEX" : "USING INDEX", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN", plan, StringComparison.Ordinal);
    }

    private static async Task<string> PlanAsync(Func<IQueryable<CrmTask>, IQueryable<object>> ask)
    {
        await using var database = await TestDatabase.NewAsync();
        await using var db = database.Open(Ours);
        await db.Database.OpenConnectionAsync();

        await using var command = ask(db.Tasks.AsNoTracking()).CreateDbCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(3));
        }

        return string.Join('\n', lines);
    }
}
