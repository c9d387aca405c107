using System.Net.Http.Json;
using System.Text.Json;
using Dashboard.Application.Board;
using Dashboard.Application.Calendar;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Sync;
using Dashboard.Application.Tasks;
using Dashboard.UnitTests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.Sync;

/// <summary>Where customers are comes with what is read anyway: the task's own properties and the names of its records.</summary>
public sealed class CustomerReadingTests
{
    private const string Due = "2031-05-13T07:30:00.000Z";

    [Fact]
    public async Task A_calls_customer_comes_from_the_task_the_contacts_zone_or_its_country()
    {
        await using var rig = await HubSpotRig.StartAsync(20);
        await rig.SyncAsync();
        var tasks = new[]
        {
            await CallAsync(rig, new { email = "a@x.example", firstname = "Ana", hs_timezone = "america_slash_phoenix", country = "United States" }),
            await CallAsync(rig, new { email = "b@x.example", firstname = "Bo", hs_country_region_code = "JP", country = "Nippon" }),
            await CallAsync(rig, new { email = "c@x.example", firstname = "Cem", country = "Brazil" }),
            await CallAsync(rig, new { email = "d@x.example", firstname = "Dee", country = new string('x', 400) }),
            await CallAsync(rig, new { email = "e@x.example", firstname = "Eve" }),
            await CallAsync(rig, new { email = "f@x.example", firstname = "Fay", hs_timezone = "america_slash_phoenix" }, "TODO"),
        };
        await DeltaAsync(rig);

        var cards = await CardsAsync(rig);
        Assert.Equal(["on Phoenix time", "in Japan", "in Brazil", null, null, null], tasks.Select(id => cards[id].Customer?.Where));
        await using var db = rig.Open();
        Assert.Equal("america_slash_phoenix", (await db.Tasks.SingleAsync(t => t.Id == tasks[0])).CustomerZone);
        var person = await db.Records.SingleAsync(r => r.Name == "Ana");
        Assert.Equal(("america_slash_phoenix", "United States"), (person.TimeZone, person.Country));
        Assert.Equal(["JP", null], await db.Records.Where(r => r.Name == "Bo" || r.Name == "Dee").OrderBy(r => r.Name).Select(r => r.Country).ToListAsync());
        Assert.Equal("in Japan", (await new ShowTask(rig.Get<Dashboard.Application.Kernel.IDashboardDbs>()).RunAsync(rig.Actor, tasks[1], default)).Value.Customer?.Where);
    }

    [Fact]
    public async Task A_contacts_zone_serves_where_the_task_says_nothing_and_only_the_first_contact_counts()
    {
        await using var rig = await HubSpotRig.StartAsync(20);
        await rig.SyncAsync();
        var task = await CallAsync(rig, new { email = "a@x.example", firstname = "Ana", hs_timezone = "us_slash_mountain" });
        var other = await ContactAsync(rig, new { email = "b@x.example", firstname = "Bo", hs_timezone = "asia_slash_tokyo" });
        await DeltaAsync(rig);
        await using (var db = rig.Open())
        {
            (await db.Tasks.SingleAsync(t => t.Id == task)).CustomerZone = null;
            db.TaskLinks.Add(new TaskLink { WorkspaceId = rig.Workspace.Id, TaskId = task, ObjectType = "0-1", RecordId = other });
            await db.SaveChangesAsync();
        }

        Assert.Equal("on Denver time", (await CardsAsync(rig))[task].Customer?.Where);

        await using (var db = rig.Open())
        {
            (await db.Records.SingleAsync(r => r.Name == "Ana")).TimeZone = null;
            await db.SaveChangesAsync();
        }

        Assert.Null((await CardsAsync(rig))[task].Customer);
    }

    [Fact]
    public async Task The_full_reading_brings_places_without_a_call_more()
    {
        await using var rig = await HubSpotRig.StartAsync(300);
        await rig.SyncAsync();
        var calls = (await rig.CallsAsync()).Select(call => call.Path).ToList();

        await using var db = rig.Open();
        Assert.True(await db.Tasks.AnyAsync(t => t.CustomerZone != null));
        Assert.True(await db.Records.AnyAsync(r => r.ObjectType == "0-1" && r.TimeZone == null && r.Country == "JP"));
        Assert.False(await db.Records.AnyAsync(r => r.ObjectType != "0-1" && (r.TimeZone != null || r.Country != null)));
        var contacts = await db.Records.CountAsync(r => r.ObjectType == "0-1");
        Assert.Equal((contacts + 99) / 100, calls.Count(path => path.EndsWith("/0-1/batch/read", StringComparison.Ordinal)));
    }

    private static async Task<Dictionary<long, Card>> CardsAsync(HubSpotRig rig)
    {
        var query = new CalendarQuery(CalendarLayout.Day, new(2031, 5, 13), BoardQuery.Default with { Owner = OwnerFilter.Everyone }) { HasTray = false };
        var view = (await new ShowCalendar(rig.Get<Dashboard.Application.Kernel.IDashboardDbs>(), rig.Clock).RunAsync(rig.Actor, query, TimeZoneInfo.Utc, default)).Value;
        return view.Cells.Values.SelectMany(cell => cell.Cards).ToDictionary(planned => planned.Card.Id, planned => planned.Card);
    }

    private static async Task<long> CallAsync(HubSpotRig rig, object person, string type = "CALL") => await EditAsync(rig, new
    {
        type = "tasks",
        properties = new { hs_timestamp = Due, hs_task_subject = "Ring", hs_task_type = type },
        associations = new[] { new { to = new { id = await ContactAsync(rig, person) }, types = new[] { new { associationCategory = "HUBSPOT_DEFINED", associationTypeId = 204 } } } },
    });

    private static Task<long> ContactAsync(HubSpotRig rig, object person) => EditAsync(rig, new { type = "contacts", properties = person });

    private static async Task<long> EditAsync(HubSpotRig rig, object edit)
    {
        using var made = await rig.Control.PostAsJsonAsync("edit", edit);
        var body = await made.Content.ReadAsStringAsync();
        Assert.True(made.IsSuccessStatusCode, body);
        return long.Parse(JsonDocument.Parse(body).RootElement.GetProperty("id").GetString()!, null);
    }

    private static async Task DeltaAsync(HubSpotRig rig)
    {
        var outcome = await rig.Get<DeltaSync>().RunAsync(rig.Workspace.Id, CancellationToken.None);
        Assert.True(outcome.Ok, outcome.Failure?.Sentence);
    }
}
