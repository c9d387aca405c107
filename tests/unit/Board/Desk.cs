using Dashboard.Application.Board;
using Dashboard.Application.Board.Moving;
using Dashboard.Application.Board.Table;
using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.Records;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Editing;
using Dashboard.Application.Workspaces;
using Dashboard.Infrastructure.Background;
using Dashboard.UnitTests.Persistence;
using Dashboard.UnitTests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.UnitTests.Board;

/// <summary>A workspace with a portal's words and a few tasks, on a real database. It is Saturday 21 November 2026, 10:00 in Berlin.</summary>
public sealed class Desk : IAsyncDisposable
{
    public const long Me = 11;
    public const long Colleague = 12;
    public const long Gone = 13;

    public static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    private readonly TestDatabase database;

    private Desk(TestDatabase database)
    {
        this.database = database;
        Queue = new ChangeQueue(Bell, Feed, Clock);
    }

    public IDashboardDbs Databases => database.Databases;

    /// <summary>The same file, with its queries counted.</summary>
    public CountingDbs Counted => new(database.Options);

    public ListTasks Tables => new(database.Databases, Clock);

    public WorkspaceId Workspace { get; } = WorkspaceId.New();

    public FakeClock Clock { get; } = new(Now);

    public ChangeBell Bell { get; } = new();

    public InProcessFeed Feed { get; } = new(NullLogger<InProcessFeed>.Instance);

    public ChangeQueue Queue { get; }

    /// <summary>What boards are kept in; null lets each look read anew.</summary>
    public BoardCache? Cache { get; set; }

    public Actor Actor => As(Role.Member);

    public static async Task<Desk> NewAsync()
    {
        var desk = new Desk(await TestDatabase.NewAsync());
        await using var db = desk.Open();
        string[] statuses = ["NOT_STARTED", "IN_PROGRESS", "WAITING", "COMPLETED", "DEFERRED", "CANCELLED"];
        db.PropertyOptions.AddRange(statuses.Select((s, i) => desk.Option(TaskProperty.Status, s, i, s is "COMPLETED" or "CANCELLED")));
        db.PropertyOptions.AddRange(new[] { "LOW", "MEDIUM", "HIGH" }.Select((s, i) => desk.Option(TaskProperty.Priority, s, i)));
        db.PropertyOptions.AddRange(new[] { "TODO", "CALL", "EMAIL" }.Select((s, i) => desk.Option(TaskProperty.Type, s, i)));
        db.Owners.Add(new Owner { WorkspaceId = desk.Workspace, Id = Me, Name = "Aiko Tanaka" });
        db.Owners.Add(new Owner { WorkspaceId = desk.Workspace, Id = Colleague, Name = "Daniel Reyes" });
        db.Owners.Add(new Owner { WorkspaceId = desk.Workspace, Id = Gone, Name = "Lena Gone", IsArchived = true });
        await db.SaveChangesAsync();
        return desk;
    }

    public Actor As(Role role) => new(Workspace, Guid.NewGuid(), "Aiko Tanaka", role, Me);

    public IDashboardDb Open() => database.Databases.Open(Workspace);

    public async Task<CrmTask> AddAsync(long id, Action<CrmTask>? set = null)
    {
        var task = new CrmTask
        {
            WorkspaceId = Workspace, Id = id, Subject = $"Task {id}", Status = "NOT_STARTED", Type = "TODO", OwnerId = Me, Due = Now.AddHours(id),
            RemoteCreatedAt = Now.AddDays(-9), RemoteUpdatedAt = Now.AddDays(-9),
        };
        set?.Invoke(task);
        task.Rank = TaskRank.Of(task.Due, task.CompletedAt, task.IsClosed, task.Id);
        await using var db = Open();
        db.Tasks.Add(task);
        await db.SaveChangesAsync();
        return task;
    }

    public async Task<BoardView> ShowAsync(BoardQuery? query = null, Actor? actor = null) =>
        (await new ShowBoard(database.Databases, Cache ?? new BoardCache(Feed, Clock), Clock).RunAsync(actor ?? Actor, query ?? BoardQuery.Default, Berlin, new Dictionary<string, CardWindow>(), default)).Value;

    public async Task<BoardColumn> ColumnAsync(string zone, BoardQuery? query = null) => (await ShowAsync(query)).Columns.Single(c => c.Zone == zone);

    public async Task<long[]> OrderAsync(string zone, BoardQuery? query = null) => [.. (await ColumnAsync(zone, query)).Cards.Select(c => c.Id)];

    public Task<Result<BoardColumn>> WindowAsync(string zone, int skip, int take, BoardQuery? query = null) =>
        new ShowColumn(database.Databases, Clock).RunAsync(Actor, query ?? BoardQuery.Default, Berlin, zone, new CardWindow(skip, take), default);

    public Task<Result<MovedTask>> MoveAsync(long task, string zone, long? above = null, long? below = null, string from = "", Actor? actor = null, Guid? operation = null) =>
        new MoveTask(database.Databases, Queue, Clock).RunAsync(
            actor ?? Actor, new TaskMove(operation ?? Guid.NewGuid(), task, from, zone, above, below), Berlin, default);

    public Task<Result<TaskSaved>> EditAsync(TaskEdit edit, Actor? actor = null) => new EditTask(database.Databases, Queue, Clock).RunAsync(actor ?? Actor, edit, Berlin, default);

    public async Task<CrmTask> TaskAsync(long id)
    {
        await using var db = Open();
        return await db.Tasks.AsNoTracking().SingleAsync(t => t.Id == id);
    }

    public async Task<Change[]> ChangesAsync()
    {
        await using var db = Open();
        return await db.Changes.AsNoTracking().OrderBy(c => c.Sequence).ToArrayAsync();
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private PropertyOption Option(string property, string value, int order, bool closed = false) => new()
    {
        WorkspaceId = Workspace, Property = property, Value = value, Label = value[0] + value[1..].Replace('_', ' ').ToLowerInvariant(), Order = order, IsClosed = closed,
    };
}
