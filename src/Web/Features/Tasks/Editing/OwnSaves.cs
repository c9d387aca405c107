namespace Dashboard.Web.Features.Tasks.Editing;

/// <summary>
/// What this page itself has saved of a task. Who begins to type while an own save is on its way still sees the value before it: that is no change of
/// somebody else.
/// </summary>
public sealed class OwnSaves
{
    private readonly Dictionary<string, (HashSet<string> Replaced, string Now)> saves = [];

    /// <param name="seen">What stood there before the save.</param>
    /// <param name="now">What stands there since, as HubSpot writes it.</param>
    public void Stored(string property, string seen, string now)
    {
        var replaced = saves.TryGetValue(property, out var before) ? before.Replaced : [];
        replaced.Add(seen);
        replaced.Remove(now);
        saves[property] = (replaced, now);
    }

    /// <summary>What a person has to be taken to have seen.</summary>
    /// <param name="saved">What stands there at this moment.</param>
    public string Seen(string property, string seen, string saved) =>
        seen != saved && saves.TryGetValue(property, out var own) && own.Replaced.Contains(seen) ? own.Now : seen;
}
