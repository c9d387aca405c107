using System.Globalization;
using Dashboard.Bench.Figures;
using Dashboard.Faults.Storming;

namespace Dashboard.Bench.Measures;

/// <summary>
/// Random writes through two replicas that are killed in turn, while HubSpot and the network fail; then what was accepted is compared with what
/// HubSpot did. The same storm as in the tests, longer: other than the measures, it fails when something is lost or doubled.
/// </summary>
internal static class StormMeasure
{
    private const int FirstSeed = 20_261_122;

    public static async Task RunAsync(Choices choices)
    {
        var (writes, kills, portals, seeds) = (choices.Writes, choices.Kills, choices.Workspaces, choices.Seeds);
        Sheet.Title(string.Create(CultureInfo.InvariantCulture, $"Storm: {writes:N0} writes in each of {seeds} seeds, {portals} workspaces, {kills} kills · load {Machine.Load()}"));
        string[] settings = portals > 20 ? ["--Sync:PollSeconds", "10", "--Sync:SendPollSeconds", "2"] : [];
        var reports = new List<StormReport>();
        for (var seed = 0; seed < seeds; seed++)
        {
            var share = (kills * (seed + 1) / seeds) - (kills * seed / seeds);
            var report = await KillStorm.RunAsync(new StormPlan(FirstSeed + seed, writes, share, portals, choices.Tasks?[0] ?? 120, settings));
            reports.Add(report);
            Sheet.Print($"  {report}");
            foreach (var wrong in report.Wrong)
            {
                Sheet.Print($"    {wrong}");
            }
        }

        Sheet.Row("from the last fault to all settled and equal, s", [.. reports.Select(r => r.Converged.TotalSeconds)], "s");
        Sheet.Print(string.Create(
            CultureInfo.InvariantCulture,
            $"  {reports.Sum(r => r.Ok + r.Fail + r.Unknown):N0} calls, {reports.Sum(r => r.Accepted):N0} changes, {reports.Sum(r => r.Kills):N0} kills, {reports.Sum(r => r.Faults):N0} faults, {reports.Sum(r => r.Wrong.Count)} wrong"));
        Environment.ExitCode = reports.All(r => r.Wrong.Count == 0) ? 0 : 1;
    }
}
