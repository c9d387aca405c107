using Dashboard.Application.Kernel;
using Dashboard.Application.Records;
using Dashboard.Application.Tasks;
using Dashboard.Application.Workspaces;
using Dashboard.Infrastructure.Persistence;
using Dashboard.Infrastructure.Persistence.Starting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.Bench.Rig;

/// <summary>How the dues of a diary lie.</summary>
internal enum Spread
{
    /// <summary>As in the sandbox's portal: from 60 days ago to 90 days ahead, most of them close to today.</summary>
    Seeded = 0,

    /// <summary>4,000 in this month, the others evenly over the four years around it.</summary>
    Years = 1,
}

/// <summary>
/// A workspace of eight people with many tasks in a SQLite file of its own, written without a portal: what is measured of it reads the index only.
/// </summary>
internal sealed class Diary : IAsyncDisposable
{
    private const int InMonth = 4_000;
    private const int AtOnce = 5_000;
    private const int Records = 2_000;
    private const int People = 8;

    private static readonly (int From, int To, int Weight)[] Spans = [(-60, -8, 30), (-7, -1, 14), (0, 0, 10), (1, 1, 8), (2, 7, 14), (8, 30, 14), (31, 90, 10)];

    private readonly string folder = Directory.CreateTempSubdirectory("tasklane-bench-").FullName;
    private readonly Random random = new(1871);
    private readonly DateTimeOffset midnight = new(TimeProvider.System.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero);

    private Diary()
    {
        Database = new(Options);
        Owner = new(WorkspaceId.New(), Guid.NewGuid(), "Maya Okafor", Role.Owner, 1);
    }

    public DashboardDbs Database { get; }

    /// <summary>Somebody with an eighth of the tasks.</summary>
    public Actor Owner { get; }

    private DatabaseOptions Options => new() { ConnectionString = $"Data Source={Path.Combine(folder, "tasklane.db")}" };

    /// <summary>With what has not been moved from the write-ahead log yet.</summary>
    public double Mebibytes => Directory.GetFiles(folder, "tasklane.db*").Sum(file => new FileInfo(file).Length) / (double)(1 << 20);

    public static async Task<Diary> OfAsync(int tasks, Spread spread)
    {
        var diary = new Diary();
        await new DatabaseStart(diary.Database, diary.Options, TimeProvider.System, NullLogger<DatabaseStart>.Instance).RunAsync(CancellationToken.None);
        await diary.WriteAsync(diary.Words());
        await diary.WriteAsync(Enumerable.Range(1, People).Select(id => new Application.Records.Owner { WorkspaceId = diary.Owner.Workspace, Id = id, Name = $"Person {id}" }));
        await diary.WriteAsync(Enumerable.Range(1, Records).Select(id => new CrmRecord { WorkspaceId = diary.Owner.Workspace, ObjectType = "0-1", Id = id, Name = $"Contact {id}" }));
        await diary.WriteAsync(Enumerable.Range(1, tasks).Select(id => diary.Task(id, diary.Due(id, spread))));
        await diary.WriteAsync(Enumerable.Range(1, tasks).Select(id => new TaskLink { WorkspaceId = diary.Owner.Workspace, TaskId = id, ObjectType = "0-1", RecordId = 1 + (id % Records) }));
        return diary;
    }

    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task WriteAsync<TRow>(IEnumerable<TRow> rows)
        where TRow : class, IWorkspaceRow
    {
        foreach (var some in rows.Chunk(AtOnce))
        {
            await Database.StoreAsync(Owner.Workspace, async db => { await db.InsertAsync(some, CancellationToken.None); return 0; }, CancellationToken.None);
        }
    }

    private IEnumerable<PropertyOption> Words() => new[] { "NOT_STARTED", "IN_PROGRESS", "WAITING", "COMPLETED" }.Select((status, order) => new PropertyOption
    {
        WorkspaceId = Owner.Workspace, Property = TaskProperty.Status, Value = status, Label = status, Order = order, IsClosed = status == "COMPLETED",
    });

    private CrmTask Task(int id, DateTimeOffset due)
    {
        var closed = random.Next(100) < (due < midnight ? 70 : 8);
        return new()
        {
            WorkspaceId = Owner.Workspace, Id = id, Subject = $"Call back about the offer of last week, number {id}", Due = due, OwnerId = random.Next(100) < 6 ? null : 1 + random.Next(People),
            IsClosed = closed, Status = closed ? "COMPLETED" : random.Next(4) == 0 ? "WAITING" : "NOT_STARTED", CompletedAt = closed ? due : null, Type = "CALL", Priority = "MEDIUM",
            Rank = TaskRank.Of(due, closed ? due : null, closed, id), RemoteCreatedAt = midnight.AddDays(-90), RemoteUpdatedAt = midnight.AddMinutes(-id),
        };
    }

    private DateTimeOffset Due(int id, Spread spread)
    {
        var day = spread == Spread.Seeded ? Near() : id <= InMonth ? Month() : Far();
        return day.AddHours(random.Next(8, 18)).AddMinutes(15 * random.Next(4));
    }

    private DateTimeOffset Near()
    {
        var pick = random.Next(Spans.Sum(s => s.Weight));
        var span = Spans.First(s => (pick -= s.Weight) < 0);
        return midnight.AddDays(random.Next(span.From, span.To + 1));
    }

    private DateTimeOffset Month() => midnight.AddDays(1 - midnight.Day + random.Next(DateTime.DaysInMonth(midnight.Year, midnight.Month)));

    /// <summary>Never in this month or the days around it that its page shows.</summary>
    private DateTimeOffset Far() => midnight.AddDays((random.Next(2) == 0 ? -1 : 1) * random.Next(40, 730));
}
