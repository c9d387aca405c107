namespace Dashboard.Faults.Storming;

/// <param name="Kills">How often one of the two replicas is killed; the writes are spread over them.</param>
/// <param name="Portals">Connected workspaces.</param>
/// <param name="Settings">Given to the replicas beside the usual ones.</param>
public sealed record StormPlan(int Seed, int Writes, int Kills, int Portals = 1, int TasksEach = 400, params string[] Settings);

/// <param name="Unknown">Calls nobody got an answer to; <paramref name="UnknownStored"/> of them had been stored.</param>
/// <param name="Faults">Requests to HubSpot that met trouble, on the network or there.</param>
/// <param name="Converged">From the last fault to the last change settled and every index equal to its portal.</param>
/// <param name="Unanswered">Why calls got no answer, and how often.</param>
/// <param name="Wrong">What was lost, doubled or differs; empty is what everybody hopes for.</param>
public sealed record StormReport(
    StormPlan Plan, int Ok, int Fail, int Unknown, int UnknownStored, int Accepted, int Done, int Kills, int Faults, TimeSpan Lasted, TimeSpan Converged, IReadOnlyList<string> Wrong, IReadOnlyDictionary<string, int> Unanswered)
{
    /// <summary>Answers that are neither yes nor no, other than those of the dead: bugs of ours.</summary>
    public IEnumerable<string> Broken => Unanswered.Where(u => u.Key.StartsWith("500", StringComparison.Ordinal)).Select(u => $"{u.Value} times {u.Key}");

    public override string ToString() => FormattableString.Invariant(
        $"seed {Plan.Seed}: {Ok + Fail + Unknown} calls ({Ok} ok, {Fail} failed, {Unknown} unknown of which {UnknownStored} stored), {Accepted} changes accepted, {Done} done, {Kills} kills, {Faults} faults, {Lasted.TotalSeconds:0} s, converged after {Converged.TotalSeconds:0.0} s, {Wrong.Count} wrong");
}
