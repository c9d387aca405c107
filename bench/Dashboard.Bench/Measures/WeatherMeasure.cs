using System.Diagnostics;
using System.Globalization;
using Dashboard.Application.Sync;
using Dashboard.Application.Sync.Checks;
using Dashboard.Bench.Figures;
using Dashboard.Bench.Rig;
using Dashboard.Infrastructure.Background;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.Bench.Measures;

/// <summary>
/// HubSpot answers badly for minutes while colleagues change, make and delete tasks; search is late all the time. Then the weather clears: how long until
/// the index has everything, and what a comparison of all of it finds after that.
/// </summary>
internal static class WeatherMeasure
{
    private static readonly object[] Faults =
    [
        new { kind = "429", retryAfter = 1 }, new { kind = "status", status = 500 }, new { kind = "status", status = 503 }, new { kind = "html" },
        new { kind = "reset" }, new { kind = "drop" }, new { kind = "truncate" }, new { kind = "empty" }, new { kind = "delay", milliseconds = 3_000 },
    ];

    public static async Task RunAsync(Choices choices)
    {
        foreach (var tasks in choices.Tasks ?? [100_000])
        {
            await using var scene = await Scene.SetAsync(tasks);
            using var colleague = new Colleague(scene.Portal);
            await colleague.LagAsync(1_000, 4_000);
            var (subjects, gone, faults) = await StormAsync(scene, colleague, TimeSpan.FromSeconds(choices.Seconds));
            await colleague.ClearAsync();
            var calm = Stopwatch.GetTimestamp();
            await Until.HoldsAsync(() => HasAsync(scene, subjects), TimeSpan.FromMinutes(15), TimeSpan.FromMilliseconds(250));
            var changes = Stopwatch.GetElapsedTime(calm);
            await Until.HoldsAsync(() => HasNoneAsync(scene, gone), TimeSpan.FromMinutes(60), TimeSpan.FromMilliseconds(250));
            var deletions = Stopwatch.GetElapsedTime(calm);

            Sheet.Title($"{choices.Seconds} s of bad weather, {tasks:N0} tasks, {faults} calls struck, {subjects.Count:N0} tasks changed or made, {gone.Count:N0} deleted, no webhooks · load {Machine.Load()}");
            Sheet.Print(string.Create(CultureInfo.InvariantCulture, $"  changes and new tasks all in the index after {changes.TotalSeconds:N1} s, deletions after {deletions.TotalSeconds:N1} s"));
            await VerifyAsync(scene);
        }
    }

    private static async Task<(Dictionary<long, string> Subjects, HashSet<long> Gone, int Faults)> StormAsync(Scene scene, Colleague colleague, TimeSpan length)
    {
        List<long> ids;
        await using (var db = scene.Product.Database.Open(scene.Owner.Workspace))
        {
            ids = await db.Tasks.OrderBy(t => t.Id).Select(t => t.Id).ToListAsync();
        }

        var (subjects, gone, faults, chance) = (new Dictionary<long, string>(), new HashSet<long>(), 0, new Random(4));
        for (var (started, turn) = (Stopwatch.GetTimestamp(), 0); Stopwatch.GetElapsedTime(started) < length; turn++)
        {
            var id = ids[chance.Next(ids.Count)];
            if (turn % 10 == 9 && subjects.TryAdd(id, ""))
            {
                await colleague.ArchiveAsync(id);
                subjects.Remove(id);
                gone.Add(id);
            }
            else if (turn % 10 == 8)
            {
                subjects[await colleague.CreateAsync($"Made {turn}")] = $"Made {turn}";
            }
            else if (!gone.Contains(id))
            {
                await colleague.RenameAsync(id, subjects[id] = $"Changed {turn}");
            }

            if (turn % 5 == 0)
            {
                await colleague.FaultAsync(Faults[chance.Next(Faults.Length)], 1 + chance.Next(3));
                faults++;
            }

            await Task.Delay(100);
        }

        return (subjects, gone, faults);
    }

    private static async Task<bool> HasAsync(Scene scene, Dictionary<long, string> subjects)
    {
        await using var db = scene.Product.Database.Open(scene.Owner.Workspace);
        foreach (var some in subjects.Chunk(1_000))
        {
            var ids = some.Select(s => s.Key).ToList();
            var rows = await db.Tasks.AsNoTracking().Where(t => ids.Contains(t.Id)).Select(t => new { t.Id, t.Subject }).ToDictionaryAsync(t => t.Id, t => t.Subject);
            if (some.Any(s => rows.GetValueOrDefault(s.Key) != s.Value))
            {
                return false;
            }
        }

        return true;
    }

    private static async Task<bool> HasNoneAsync(Scene scene, HashSet<long> gone)
    {
        await using var db = scene.Product.Database.Open(scene.Owner.Workspace);
        return !await db.Tasks.AnyAsync(t => gone.Contains(t.Id));
    }

    private static async Task VerifyAsync(Scene scene)
    {
        var started = Stopwatch.GetTimestamp();
        var ask = new VerifyIndex(scene.Product.Database, new SyncBell(), new InProcessFeed(NullLogger<InProcessFeed>.Instance), TimeProvider.System);
        _ = (await ask.RunAsync(scene.Owner, default)).Value;
        await using var db = scene.Product.Database.Open(scene.Owner.Workspace);
        Task<IndexCheck> CheckAsync() => db.IndexChecks.AsNoTracking().SingleAsync(c => c.Kind == IndexCheckKind.Asked);
        await Until.HoldsAsync(async () => (await CheckAsync()).FinishedAt is not null, TimeSpan.FromMinutes(30), TimeSpan.FromMilliseconds(250));
        var check = await CheckAsync();
        Sheet.Print(string.Create(
            CultureInfo.InvariantCulture,
            $"  all compared in {Stopwatch.GetElapsedTime(started).TotalSeconds:N1} s: {check.Compared:N0} compared, {check.Missing} missing, {check.Gone} gone, {check.Older} older, {check.Unread} unreadable {check.Trouble}"));
    }
}
