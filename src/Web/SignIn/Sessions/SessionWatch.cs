using System.Collections.Concurrent;
using Dashboard.Application.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.SignIn.Sessions;

/// <summary>
/// Tells open pages that their session ended: at once when it ended in this process, within two seconds when another replica ended it or it ran out
/// (one query a second and process, whatever the number of pages).
/// </summary>
public sealed partial class SessionWatch(IDashboardDbs dbs, TimeProvider clock, ILogger<SessionWatch> log) : BackgroundService
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan Oldest = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<Watcher, bool> watchers = new();
    private readonly ConcurrentDictionary<string, DateTimeOffset> seenAlive = new();
    private readonly ConcurrentDictionary<string, DateTimeOffset> touched = new();

    /// <summary>Calls <paramref name="ended"/> once, on another thread's time: hand over quickly and never throw.</summary>
    public IDisposable Watch(string keyHash, Action ended)
    {
        var watcher = new Watcher(this, keyHash, ended);
        watchers[watcher] = true;
        return watcher;
    }

    /// <summary>True as of at most two seconds ago.</summary>
    public async ValueTask<bool> IsAliveAsync(string keyHash, CancellationToken ct)
    {
        if (seenAlive.TryGetValue(keyHash, out var seen) && seen + Oldest > clock.GetUtcNow())
        {
            return true;
        }

        var alive = (await AliveAsync([keyHash], ct)).Count > 0;
        if (!alive)
        {
            Ended([keyHash]);
        }

        return alive;
    }

    /// <summary>True for the first asker in each <paramref name="interval"/>.</summary>
    internal bool IsDue(string keyHash, DateTimeOffset now, TimeSpan interval)
    {
        var last = touched.GetOrAdd(keyHash, DateTimeOffset.MinValue);
        return last + interval <= now && touched.TryUpdate(keyHash, now, last);
    }

    internal void Ended(IReadOnlyCollection<string> keyHashes)
    {
        foreach (var hash in keyHashes)
        {
            seenAlive.TryRemove(hash, out _);
            touched.TryRemove(hash, out _);
        }

        foreach (var watcher in watchers.Keys.Where(w => keyHashes.Contains(w.KeyHash)))
        {
            watcher.Tell();
        }
    }

    /// <summary>Asks for all watched sessions. Also run by the timer.</summary>
    internal async Task LookAsync(CancellationToken ct)
    {
        var watched = watchers.Keys.Select(w => w.KeyHash).ToHashSet();
        foreach (var unwatched in seenAlive.Keys.Where(hash => !watched.Contains(hash)))
        {
            seenAlive.TryRemove(unwatched, out _);
        }

        foreach (var chunk in watched.Chunk(500))
        {
            var alive = await AliveAsync(chunk, ct);
            Ended([.. chunk.Where(hash => !alive.Contains(hash))]);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                LogBlind(fault);
            }
        }
    }

    private async Task<HashSet<string>> AliveAsync(string[] keyHashes, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = dbs.OpenDirectory();
        var alive = await db.Sessions.Where(s => keyHashes.Contains(s.KeyHash) && s.IdleUntil > now && s.EndsAt > now).Select(s => s.KeyHash).ToListAsync(ct);
        foreach (var hash in alive)
        {
            seenAlive[hash] = now;
        }

        return [.. alive];
    }

    [LoggerMessage(LogLevel.Error, "Open sessions could not be checked; the next look is in a second")]
    private partial void LogBlind(Exception fault);

    private sealed class Watcher(SessionWatch watch, string keyHash, Action ended) : IDisposable
    {
        private int told;

        public string KeyHash => keyHash;

        public void Tell()
        {
            if (Interlocked.Exchange(ref told, 1) == 0)
            {
                ended();
            }
        }

        public void Dispose() => watch.watchers.TryRemove(this, out _);
    }
}
