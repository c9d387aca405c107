using System.Globalization;
using System.Net.Http.Json;
using Dashboard.EndToEndTests.Support;

namespace Dashboard.EndToEndTests.Pages.Records;

/// <summary>Records and tasks that a journey brings along: a colleague makes them in HubSpot.</summary>
internal sealed class Cast(SandboxControls sandbox)
{
    private static int made;

    private static readonly Dictionary<string, (string Type, string Name, int FromTask)> Kinds = new()
    {
        ["0-1"] = ("contacts", "lastname", 204),
        ["0-2"] = ("companies", "name", 192),
        ["0-3"] = ("deals", "dealname", 216),
    };

    /// <summary>A name no other journey uses.</summary>
    public static string Name(string what) => string.Create(CultureInfo.InvariantCulture, $"{what} {Interlocked.Increment(ref made)}{Guid.NewGuid().ToString("N")[..5]}");

    public Task<string> CompanyAsync(string name) => sandbox.EditAsync(new { type = "companies", properties = new { name, domain = "records.example" } });

    public Task<string> DealAsync(string name, string company) => sandbox.EditAsync(new
    {
        type = "deals",
        properties = new { dealname = name, pipeline = "default", dealstage = "appointmentscheduled" },
        associations = new[] { new { to = new { id = company }, types = new[] { new { associationCategory = "HUBSPOT_DEFINED", associationTypeId = 341 } } } },
    });

    /// <param name="objectType">Of the record it is associated with.</param>
    public Task<string> TaskAsync(string subject, string objectType, string record, string status = "NOT_STARTED") => sandbox.EditAsync(new
    {
        properties = new { hs_task_subject = subject, hs_task_status = status, hs_timestamp = "2030-01-05T09:00:00Z", hubspot_owner_id = "60188201" },
        associations = new[] { new { to = new { id = record }, types = new[] { new { associationCategory = "HUBSPOT_DEFINED", associationTypeId = Kinds[objectType].FromTask } } } },
    });

    public async Task ArchiveAsync(string objectType, string record)
    {
        using var http = new HttpClient();
        using var answer = await http.PostAsJsonAsync($"{sandbox.Origin}/__sandbox/edit", new { type = Kinds[objectType].Type, id = record, archive = true });
        answer.EnsureSuccessStatusCode();
    }

    public Task PinAsync(string objectType, string record, string task) =>
        sandbox.EditAsync(new { type = Kinds[objectType].Type, id = record, properties = new { hs_pinned_engagement_id = task } });

    /// <summary>Waits until HubSpot has taken a record's pin away.</summary>
    public Task HasNoPinAsync(string record, long after) => Eventually.HoldsAsync(
        async () => (await sandbox.LedgerAsync(after)).LastOrDefault(e => e.ObjectId == record && e.Properties?.ContainsKey("hs_pinned_engagement_id") == true) is { } last
            && string.IsNullOrEmpty(last.Properties!["hs_pinned_engagement_id"]),
        $"record {record} without a pin in HubSpot");

    /// <summary>Waits until HubSpot has a pin and answers with every write of it since.</summary>
    public Task<Effect[]> HasPinAsync(string record, string task, long after) => sandbox.HasAsync(record, "hs_pinned_engagement_id", task, after);
}
