using Dashboard.Application.Links;
using Dashboard.Application.Records;
using Dashboard.Application.Tasks;
using Dashboard.UnitTests.Board;
using Xunit;

namespace Dashboard.UnitTests.Tasks.Records;

/// <summary>A record's page, its related records included.</summary>
public sealed class ShowRecordTests
{
    private const int MostTasks = 200;

    private static readonly RelatedRecord Ana = new("0-1", 50, "Ana");
    private static readonly RelatedRecord Deal = new("0-3", 70, "Renewal");

    [Fact]
    public async Task Tasks_of_related_records_follow_by_what_is_open_and_due_each_once()
    {
        await using var desk = await Desk.NewAsync();
        await RecordAsync(desk);
        await AddAsync(desk, 1, closed: false, ("0-2", 60), ("0-1", 50));
        await AddAsync(desk, 2, closed: true, ("0-1", 50));
        await AddAsync(desk, 4, closed: false, ("0-1", 50), ("0-3", 70));
        await AddAsync(desk, 3, closed: false, ("0-3", 70));

        // The same number under another type is another record.
        await AddAsync(desk, 5, closed: false, ("0-3", 50));

        var shown = await ShowAsync(desk, [Deal, Ana]);

        Assert.Equal([1L], shown.Tasks.Select(t => t.Id));
        Assert.Equal([(3, Deal), (4, Deal), (2, Ana)], shown.Related.Select(r => (r.Task.Id, r.Record)));
    }

    [Fact]
    public async Task Of_each_related_record_so_many_are_shown_the_open_ones_first()
    {
        await using var desk = await Desk.NewAsync();
        await RecordAsync(desk);
        await AddAsync(desk, 1, closed: false, ("0-3", 70));
        await using (var db = desk.Open())
        {
            foreach (var id in Enumerable.Range(1_000, MostTasks + 5).Select(n => (long)n))
            {
                db.Tasks.Add(new CrmTask { WorkspaceId = desk.Workspace, Id = id, Subject = "Many", IsClosed = id < 1_005, Rank = id });
                db.TaskLinks.Add(new TaskLink { WorkspaceId = desk.Workspace, TaskId = id, ObjectType = "0-1", RecordId = 50 });
            }

            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var shown = await ShowAsync(desk, [Ana, Deal]);

        Assert.Equal((MostTasks, 1), (shown.Related.Count(r => r.Record == Ana), shown.Related.Count(r => r.Record == Deal)));
        Assert.DoesNotContain(shown.Related, r => r.Task.IsClosed);
    }

    [Fact]
    public async Task More_related_records_take_no_more_queries()
    {
        await using var desk = await Desk.NewAsync();
        await RecordAsync(desk);
        RelatedRecord[] related = [.. Enumerable.Range(100, 25).Select(n => new RelatedRecord("0-1", n, $"Contact {n}"))];
        foreach (var record in related)
        {
            await AddAsync(desk, record.Id, closed: false, (record.ObjectType, record.Id));
        }

        var counted = desk.Counted;
        var show = new ShowRecord(counted);
        var queries = new List<int>();
        foreach (var some in new[] { related[..1], related })
        {
            queries.Add(await counted.OfAsync(async () =>
                Assert.Equal(some.Length, (await show.RunAsync(desk.Actor, "0-2", 60, some, TestContext.Current.CancellationToken)).Value.Related.Count)));
        }

        Assert.InRange(queries[0], 1, 5);
        Assert.Equal(queries[0], queries[1]);
    }

    private static async Task<RecordDetails> ShowAsync(Desk desk, IReadOnlyList<RelatedRecord> related) =>
        (await new ShowRecord(desk.Databases).RunAsync(desk.Actor, "0-2", 60, related, TestContext.Current.CancellationToken)).Value;

    private static async Task RecordAsync(Desk desk)
    {
        await using var db = desk.Open();
        db.Records.Add(new CrmRecord { WorkspaceId = desk.Workspace, ObjectType = "0-2", Id = 60, Name = "Acme" });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private static async Task AddAsync(Desk desk, long task, bool closed, params (string Type, long Id)[] records)
    {
        await desk.AddAsync(task, t => t.IsClosed = closed);
        await using var db = desk.Open();
        db.TaskLinks.AddRange(records.Select(r => new TaskLink { WorkspaceId = desk.Workspace, TaskId = task, ObjectType = r.Type, RecordId = r.Id }));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
