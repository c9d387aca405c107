using Dashboard.Sandbox.World.Events;
using Dashboard.Sandbox.World.Records;
using Dashboard.Sandbox.World.Seed;

namespace Dashboard.Sandbox.World;

/// <summary>
/// Everything the sandbox remembers. Whoever reads or commits holds <see cref="Gate"/>; record states are never changed
/// in place, so a reader may let go of it before it formats an answer.
/// </summary>
public sealed class SandboxWorld : IDisposable
{
    public const int MainPortal = 424242;
    public const int SecondPortal = 515151;

    private readonly SandboxOptions options;
    private readonly Journal? journal;
    private readonly List<WorldEvent> ledger = [];
    private readonly Dictionary<int, Portal> portals = [];
    private long sequence;
    private bool outdated;

    public SandboxWorld(SandboxOptions options, SandboxClock clock)
    {
        (this.options, Clock) = (options, clock);
        IndexLagMilliseconds = options.IndexLagMilliseconds;
        if (options.WorldFile is { } path)
        {
            journal = Journal.Open(path, Replay);
        }

        if (outdated)
        {
            Reset();
        }
        else if (portals.Count == 0)
        {
            SeedAll();
        }
    }

    public Lock Gate { get; } = new();

    public SandboxClock Clock { get; }

    public Grants Grants { get; private set; } = new();

    public int IndexLagMilliseconds { get; private set; }

    /// <summary>Spread on top of the lag, different for each write: later writes may show before earlier ones.</summary>
    public int IndexLagJitterMilliseconds { get; private set; }

    public IEnumerable<Portal> Portals => portals.Values;

    public long LastSequence => sequence;

    /// <summary>Called with each new effect, under the lock: hand over and return.</summary>
    public Action<WorldEvent>? Committed { get; set; }

    public Portal? Portal(int hubId) => portals.GetValueOrDefault(hubId);

    /// <summary>Applies the event, writes it down and keeps it in the ledger, in this order, before anybody is answered.</summary>
    public void Commit(WorldEvent happened)
    {
        happened.Sequence = ++sequence;
        Apply(happened);
        journal?.Append(happened);
        ledger.Add(happened);
        Committed?.Invoke(happened);
    }

    public List<WorldEvent> LedgerAfter(long after)
    {
        var start = ledger.FindIndex(happened => happened.Sequence > after);
        return start < 0 ? [] : ledger.GetRange(start, ledger.Count - start);
    }

    public void SetIndexLag(int milliseconds, int jitterMilliseconds = 0)
    {
        (IndexLagMilliseconds, IndexLagJitterMilliseconds) = (milliseconds, jitterMilliseconds);
        foreach (var table in portals.Values.SelectMany(portal => portal.Tables))
        {
            table.ShowAll();
        }
    }

    public void MoveClock(TimeSpan offset) => Commit(new ClockMoved((long)offset.TotalMilliseconds) { At = Clock.NowMilliseconds });

    /// <summary>Back to the day the sandbox was new: no grants, no ledger, the seeded records.</summary>
    public void Reset()
    {
        journal?.Clear();
        ledger.Clear();
        portals.Clear();
        Grants = new Grants();
        Clock.SetOffset(TimeSpan.Zero);
        SetIndexLag(options.IndexLagMilliseconds);
        SeedAll();
    }

    public void SeedPortal(int hubId, int tasks, int seed) =>
        Commit(new PortalSeeded(tasks, seed, PortalSeed.Generator) { Portal = hubId, At = Clock.NowMilliseconds });

    public void Dispose() => journal?.Dispose();

    private void SeedAll()
    {
        SeedPortal(MainPortal, options.Tasks, options.Seed);
        SeedPortal(SecondPortal, Math.Min(options.Tasks, 120), options.Seed + 1);
    }

    private long Jitter(long number) => IndexLagJitterMilliseconds == 0 ? 0 : (long)(new Prng((ulong)number).Next() % (ulong)IndexLagJitterMilliseconds);

    private void Replay(WorldEvent happened)
    {
        // A file of another generator would give its changes to other records: such a world starts anew.
        outdated |= happened is PortalSeeded { Generator: not PortalSeed.Generator };
        if (outdated)
        {
            return;
        }

        sequence = happened.Sequence;
        Apply(happened);
        ledger.Add(happened);
    }

    private void Apply(WorldEvent happened)
    {
        switch (happened)
        {
            case PortalSeeded seeded:
                portals[seeded.Portal] = PortalSeed.Build(seeded, options.UiDomain);
                break;
            case ClockMoved moved:
                Clock.SetOffset(TimeSpan.FromMilliseconds(moved.OffsetMilliseconds));
                break;
            case RecordEvent changed:
                RecordEffects.Apply(portals[changed.Portal], changed, happened.At + IndexLagMilliseconds + Jitter(happened.Sequence));
                break;
            case LabelDefined or PropertyDefined or PropertyArchived or SeriesSet:
                DefinitionEffects.Apply(portals[happened.Portal], happened);
                break;
            default:
                Grants.Apply(happened);
                break;
        }
    }
}
