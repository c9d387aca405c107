using System.Net.Http.Json;
using System.Text.Json;
using Dashboard.Application.Kernel;
using Dashboard.Application.Sync.Hints;
using Dashboard.Sandbox.World;
using Dashboard.UnitTests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dashboard.UnitTests.Sync;

/// <summary>HubSpot telling of changes, and the product following.</summary>
internal static class Told
{
    public static object Event(long id, string kind = "object.propertyChange", string value = "x", string type = WebhookEvent.Tasks, long eventId = 1, long portal = SandboxWorld.MainPortal) => new
    {
        eventId, portalId = portal, subscriptionType = kind, objectId = id, objectTypeId = type, occurredAt = 1_700_000_000_000, attemptNumber = 0, propertyName = "hs_task_subject", propertyValue = value,
    };

    /// <returns>How many were new.</returns>
    public static Task<int> TellAsync(this HubSpotRig rig, params object[] events) => TellAsync(rig.Services, events);

    public static Task<int> TellAsync(IServiceProvider services, params object[] events) =>
        services.GetRequiredService<TakeHints>().RunAsync(WebhookEvent.ReadAll(JsonSerializer.SerializeToUtf8Bytes(events))!, default);

    public static async Task FollowAsync(this HubSpotRig rig)
    {
        var outcome = await rig.Get<FollowHints>().RunAsync(rig.Workspace.Id, default);
        Assert.True(outcome.Ok, outcome.Failure?.Sentence);
    }

    public static async Task EditAsync(this HubSpotRig rig, object edit) => (await rig.Control.PostAsJsonAsync("edit", edit)).EnsureSuccessStatusCode();

    public static Task RenameAsync(this HubSpotRig rig, long id, string subject) => rig.EditAsync(new { id = $"{id}", properties = new { hs_task_subject = subject } });

    /// <summary>Null when the index does not have the task.</summary>
    public static async Task<string?> SubjectAsync(this HubSpotRig rig, long id)
    {
        await using var db = rig.Open();
        return await db.Tasks.Where(t => t.Id == id).Select(t => t.Subject).FirstOrDefaultAsync();
    }

    public static async Task<List<long>> IdsAsync(this HubSpotRig rig)
    {
        await using var db = rig.Open();
        return await db.Tasks.OrderBy(t => t.Id).Select(t => t.Id).ToListAsync();
    }

    public static async Task<List<WebhookHint>> HintsAsync(this HubSpotRig rig)
    {
        await using var db = rig.Open();
        return await db.WebhookHints.AsNoTracking().OrderBy(h => h.Sequence).ToListAsync();
    }

    /// <summary>Ids of tasks that screens were told of from now on.</summary>
    public static List<long> Shown(this HubSpotRig rig)
    {
        var shown = new List<long>();
        rig.Get<IWorkspaceFeed>().Subscribe(rig.Workspace.Id, signal =>
        {
            if (signal is WorkspaceSignal.TasksChanged changed)
            {
                shown.AddRange(changed.TaskIds);
            }
        });
        return shown;
    }
}
