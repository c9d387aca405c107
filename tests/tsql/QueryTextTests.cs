using Dashboard.Application.Kernel;
using Dashboard.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.TSqlTests;

public sealed class QueryTextTests
{
    private static readonly WorkspaceId Ours = WorkspaceId.New();
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;
    private static readonly long?[] SomeOwners = [1, 2, 3];
    private static readonly string[] SomeTypes = ["0-1", "0-2"];

    [Theory]
    [MemberData(nameof(Names))]
    public void SQL_Server_reads_the_query(string name)
    {
        using var db = (DashboardDb)ServerContext.Databases.Open(Ours);
        var sql = Queries(db)[name].ToQueryString();
        Assert.Contains("SELECT", sql, StringComparison.Ordinal);
        Assert.Empty(Parsing.Errors(sql));
    }

    [Fact]
    public void Every_table_has_a_query_that_is_read()
    {
        using var db = ServerContext.Databases.OpenEngine();
        var tables = db.Model.GetEntityTypes().Select(type => type.ClrType).ToList();
        Assert.NotEmpty(tables);
        Assert.All(tables, type => Assert.Empty(Parsing.Errors(All(db, type))));
    }

    [Fact]
    public void A_broken_query_is_noticed()
    {
        using var db = (DashboardDb)ServerContext.Databases.Open(Ours);
        var sql = Queries(db)["counts by status"].ToQueryString();
        Assert.NotEmpty(Parsing.Errors(sql.Replace("GROUP BY", "GROUPED", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_workspace_is_a_parameter_of_each_query()
    {
        using var db = (DashboardDb)ServerContext.Databases.Open(Ours);
        Assert.All(Queries(db).Where(query => query.Key.Contains("status", StringComparison.Ordinal)), query =>
            Assert.Contains("[WorkspaceId] = @", query.Value.ToQueryString(), StringComparison.Ordinal));
    }

    public static IEnumerable<TheoryDataRow<string>> Names()
    {
        using var db = (DashboardDb)ServerContext.Databases.Open(Ours);
        return [.. Queries(db).Keys.Select(name => new TheoryDataRow<string>(name))];
    }

    /// <summary>Shapes of the product's questions. Each pages, groups, joins or compares in its own way.</summary>
    private static Dictionary<string, IQueryable<object>> Queries(DashboardDb db) => new()
    {
        ["column by status"] = db.Tasks.Where(t => t.Status == "WAITING" && !t.IsClosed).OrderBy(t => t.Rank).Skip(50).Take(50),
        ["counts by status"] = db.Tasks.GroupBy(t => t.Status).Select(g => new { g.Key, Count = g.Count() }),
        ["counts by owner"] = db.Tasks.Where(t => SomeOwners.Contains(t.OwnerId)).GroupBy(t => t.OwnerId).Select(g => new { g.Key, Count = g.Count() }),
        ["due range"] = db.Tasks.Where(t => !t.IsClosed && t.Due >= Now && t.Due < Now.AddDays(1)).OrderBy(t => t.Due),
        ["text"] = db.Tasks.Where(t => EF.Functions.Like(t.Subject, "%call%")).OrderBy(t => t.Rank).Take(50),
        ["names of linked records"] = db.TaskLinks.Where(l => l.TaskId == 1).Join(db.Records, l => new { l.ObjectType, Id = l.RecordId }, r => new { r.ObjectType, r.Id }, (l, r) => r.Name),
        ["waiting changes"] = db.Changes.Where(c => c.State == 0 && c.NotBefore <= Now).OrderBy(c => c.Sequence).Take(100),
        ["heads of the queue"] = db.Changes.Where(c => c.State == 0 && !db.Changes.Any(e => e.State == 0 && e.TaskId == c.TaskId && e.Sequence < c.Sequence)).OrderBy(c => c.Sequence).Take(500),
        ["page of the list"] = db.Tasks.OrderBy(t => t.Due).ThenBy(t => t.Id).Skip(50).Take(50),
        ["first tasks of each record"] =
            from record in db.TaskLinks.Where(l => SomeTypes.Contains(l.ObjectType)).Select(l => new { l.ObjectType, l.RecordId }).Distinct()
            from row in db.TaskLinks
                .Join(db.Tasks, l => l.TaskId, t => t.Id, (l, t) => new { l.ObjectType, l.RecordId, Task = t })
                .Where(r => r.ObjectType == record.ObjectType && r.RecordId == record.RecordId)
                .OrderBy(r => r.Task.IsClosed).ThenBy(r => r.Task.Rank)
                .Take(200)
            select row,
        ["tasks of a record"] = db.Tasks.Where(t => db.TaskLinks.Any(l => l.TaskId == t.Id && l.ObjectType == "0-1" && l.RecordId == 7)).OrderBy(t => t.IsClosed).ThenBy(t => t.Rank),
        ["pins"] = db.Records.Where(r => r.PinnedTaskId != null).Join(db.Tasks, r => r.PinnedTaskId, t => t.Id, (r, t) => new { r.Name, t.Subject, t.Rank }).OrderBy(p => p.Rank),
        ["progress of a run"] = db.Changes.Where(c => c.BatchId == Guid.Empty).GroupBy(c => c.State).Select(g => new { g.Key, Count = g.Count() }),
        ["tasks deleted here"] = db.TasksAndDeleted.Where(t => t.IsDeleted),
        ["feed of a secret"] =
            from feed in db.FeedsEverywhere
            where feed.SecretHash == "h" && feed.RevokedAt == null
            join member in db.Members on new { feed.WorkspaceId, feed.PersonId } equals new { member.WorkspaceId, member.PersonId }
            where feed.CreatedAt >= member.JoinedAt
            select new { feed, member.Role },
        ["tasks of a feed"] = db.Tasks.Where(t => t.Due >= Now && t.Id > 0 && !t.IsClosed).OrderByDescending(t => t.Due).ThenByDescending(t => t.Id).Take(2_000).Select(t => t.Subject.Substring(0, 300)),
        ["memberships"] = db.Members.Join(db.Workspaces, m => m.WorkspaceId, w => w.Id, (m, w) => new { w.Name, w.Slug, m.Role }).OrderBy(w => w.Name),
        ["members with names"] = db.Members.Where(m => m.WorkspaceId == Ours).Join(db.People, m => m.PersonId, p => p.Id, (m, p) => new { p.Name, p.Email, m.Role }),
        ["other owners"] = db.Members.Where(m => m.WorkspaceId == Ours && db.Members.Any(o => o.WorkspaceId == Ours && o.PersonId != m.PersonId && o.Role == Application.Workspaces.Role.Owner)),
        ["ended sessions"] = db.Sessions.Where(s => s.EndsAt < Now || s.IdleUntil < Now),
    };

    private static string All(DashboardDb db, Type type) =>
        (string)typeof(QueryTextTests).GetMethod(nameof(AllOf), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(type)
            .Invoke(null, [db])!;

    private static string AllOf<TRow>(DashboardDb db)
        where TRow : class => db.Set<TRow>().ToQueryString();
}
