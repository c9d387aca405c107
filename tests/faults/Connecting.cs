using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Dashboard.Application.Connections;
using Dashboard.Application.Kernel;
using Dashboard.Application.Sync;
using Dashboard.Application.Workspaces;
using Dashboard.Faults.Workers;

namespace Dashboard.Faults;

/// <summary>A workspace connected to a portal, as consent would leave it.</summary>
internal static class Connecting
{
    public static async Task<WorkspaceId> RunAsync(Stage stage, int hub)
    {
        var now = DateTimeOffset.UtcNow;
        var id = WorkspaceId.New();
        var name = hub.ToString(CultureInfo.InvariantCulture);
        var token = await (await stage.Control.PostAsync(new Uri($"token?hubId={name}", UriKind.Relative), null)).Content.ReadFromJsonAsync<JsonElement>();
        await using var directory = stage.Get<IDashboardDbs>().OpenDirectory();
        directory.Workspaces.Add(new Workspace { Id = id, Slug = $"w{name}", Name = name, CreatedAt = now });
        directory.PortalClaims.Add(new PortalClaim { HubId = hub, WorkspaceId = id });
        await directory.SaveChangesAsync();

        await using var db = stage.Open(id);
        var vault = stage.Get<ITokenVault>();
        db.Connections.Add(new HubSpotConnection
        {
            WorkspaceId = id,
            HubId = hub,
            RefreshToken = vault.Seal(token.GetProperty("refresh_token").GetString()!, GrantPurpose.RefreshToken, id),
            AccessToken = vault.Seal(token.GetProperty("access_token").GetString()!, GrantPurpose.AccessToken, id),
            AccessTokenExpiresAt = now.AddSeconds(token.GetProperty("expires_in").GetInt32()),
            Scopes = string.Join(' ', token.GetProperty("scopes").EnumerateArray().Select(s => s.GetString())),
            ConnectedBy = Doing.Person,
            ConnectedAt = now,
        });
        db.SyncStates.Add(new SyncState { WorkspaceId = id });
        await db.SaveChangesAsync();
        return id;
    }
}
