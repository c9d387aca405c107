using System.Collections.Concurrent;

namespace Dashboard.Sandbox.IdentityProvider;

/// <summary>
/// What the provider is told to do wrong, by name and number of times, so that a client can be shown every bad answer.
/// Also counts calls and remembers how the last token request came.
/// </summary>
internal sealed class Hostility
{
    private readonly ConcurrentDictionary<string, (int Times, string? Value)> faults = new();
    private readonly ConcurrentDictionary<string, int> calls = new();

    public string? LastNonce { get; set; }

    public IReadOnlyDictionary<string, int> Calls => calls;

    public void Count(string endpoint) => calls.AddOrUpdate(endpoint, 1, (_, count) => count + 1);

    public void Arm(string name, int times, string? value) => faults[name] = (times, value);

    public void Reset()
    {
        faults.Clear();
        calls.Clear();
    }

    public bool Take(string name) => Take(name, out _);

    public bool Take(string name, out string? value)
    {
        value = null;
        while (faults.TryGetValue(name, out var fault))
        {
            var done = fault.Times <= 1
                ? faults.TryRemove(KeyValuePair.Create(name, fault))
                : faults.TryUpdate(name, (fault.Times - 1, fault.Value), fault);
            if (done)
            {
                value = fault.Value;
                return true;
            }
        }

        return false;
    }
}
