using System.Globalization;
using Dashboard.Application.Changes;
using Dashboard.Application.Tasks.Bulk;

namespace Dashboard.Web.Features.Bulk;

/// <summary>Runs over many tasks in sentences.</summary>
public static class BulkWords
{
    public static string Expected(BulkPlan plan) => plan.Calls == 0
        ? "Nothing has to be sent to HubSpot."
        : string.Create(CultureInfo.InvariantCulture, $"{plan.Calls:N0} {(plan.Calls == 1 ? "call" : "calls")} to HubSpot, about {Duration(plan.Expected)}.");

    public static string Undone(BulkUndone undone) => (undone.Undone, undone.Overtaken) switch
    {
        (0, _) => "Nothing could be taken back: the tasks were changed since.",
        (var back, 0) => $"Taken back: {BulkIntent.Tasks(back)}.",
        (var back, var left) => $"Taken back: {BulkIntent.Tasks(back)}. {BulkIntent.Tasks(left)} changed since and stay as they are.",
    };

    public static string State(BulkProgress progress)
    {
        if (progress.Wanting > 0)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{progress.Done:N0} of {BulkIntent.Tasks(progress.Total)} done in HubSpot, {progress.Wanting:N0} not sent yet");
        }

        var done = string.Create(CultureInfo.InvariantCulture, $"{progress.Done:N0} of {BulkIntent.Tasks(progress.Total)} done in HubSpot");
        return (progress.Waiting, progress.Refused) switch
        {
            _ when progress.Total == 0 => "All of it was taken back before HubSpot heard of it.",
            (0, 0) => $"{BulkIntent.Tasks(progress.Done)} done in HubSpot",
            (0, var refused) => $"{done}, {refused.ToString("N0", CultureInfo.InvariantCulture)} not accepted",
            (var waiting, 0) => $"{done}, {waiting.ToString("N0", CultureInfo.InvariantCulture)} on the way",
            (var waiting, var refused) => string.Create(CultureInfo.InvariantCulture, $"{done}, {waiting:N0} on the way, {refused:N0} not accepted"),
        };
    }

    private static string Duration(TimeSpan time) => time.TotalSeconds switch
    {
        <= 1.5 => "1 second",
        < 90 => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalSeconds):N0} seconds"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalMinutes):N0} minutes"),
    };
}
