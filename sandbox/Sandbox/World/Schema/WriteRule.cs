namespace Dashboard.Sandbox.World.Schema;

/// <summary>
/// A property an administrator made mandatory under a condition: when a write leaves a record with all of <paramref name="When"/>, it must leave
/// it with all of <paramref name="Require"/> too. Asked of writes that touch one of these properties, from the API as from HubSpot's own screens.
/// </summary>
/// <param name="ObjectType">Name or id of the type.</param>
public sealed record WriteRule(string ObjectType, IReadOnlyDictionary<string, string> When, IReadOnlyList<string> Require)
{
    /// <summary>Properties that this write leaves empty although they are mandatory then.</summary>
    /// <param name="written">What the write sets; null clears.</param>
    /// <param name="held">What the record holds before it.</param>
    public IEnumerable<string> Missing(IReadOnlyDictionary<string, string?> written, Func<string, string?> held)
    {
        string? After(string name) => written.TryGetValue(name, out var value) ? value : held(name);
        var isAsked = When.Keys.Concat(Require).Any(written.ContainsKey);
        return isAsked && When.All(condition => After(condition.Key) == condition.Value) ? Require.Where(name => string.IsNullOrEmpty(After(name))) : [];
    }
}
