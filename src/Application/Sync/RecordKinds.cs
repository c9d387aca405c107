using System.Collections.Concurrent;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;

namespace Dashboard.Application.Sync;

/// <summary>The kinds of record a portal let us read, its own object types included. Those are asked for now and then, not each time.</summary>
public sealed class RecordKinds(IHubSpotRecords records, TimeProvider clock)
{
    /// <summary>More would make the address of a page too long.</summary>
    private const int MostCustom = 10;

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<long, (DateTimeOffset At, IReadOnlyList<RecordKind> Custom)> known = new();

    public async Task<Result<IReadOnlyList<RecordKind>>> OfAsync(PortalAccess access, CancellationToken ct)
    {
        var standard = RecordKind.Standard.Where(k => access.Scopes.Count == 0 || access.Scopes.Contains(k.Scope)).ToList();
        if (!access.Scopes.Contains("crm.objects.custom.read"))
        {
            return standard;
        }

        if (!known.TryGetValue(access.HubId, out var custom) || custom.At + Fresh < clock.GetUtcNow())
        {
            var asked = await records.CustomKindsAsync(access, ct);
            if (asked.Failure is Failure.Unavailable or Failure.NotConnected)
            {
                return asked.Failure;
            }

            // Plans without custom objects refuse the question.
            custom = (clock.GetUtcNow(), asked.Ok ? [.. asked.Value.Take(MostCustom)] : []);
            known[access.HubId] = custom;
        }

        return standard.Concat(custom.Custom).ToList();
    }
}
