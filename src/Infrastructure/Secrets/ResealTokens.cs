using Dashboard.Application.Connections;
using Dashboard.Application.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dashboard.Infrastructure.Secrets;

/// <summary>
/// After the current key changed: seals what is under older keys anew, once at start-up, beside normal work.
/// When it logged nothing left, an old key can go.
/// </summary>
public sealed class ResealTokens(IDashboardDbs databases, TokenVault vault, VaultKeys keys, ILogger<ResealTokens> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await ResealAllAsync(stoppingToken);
        }
        catch (Exception failed) when (!stoppingToken.IsCancellationRequested)
        {
            log.LogError(failed, "Sealing stored tokens with the key {Key} failed; the next start tries again", keys.Current);
        }
    }

    private async Task ResealAllAsync(CancellationToken ct)
    {
        List<WorkspaceId> connected;
        await using (var directory = databases.OpenDirectory())
        {
            connected = await directory.PortalClaims.Select(claim => claim.WorkspaceId).ToListAsync(ct);
        }

        foreach (var workspace in connected)
        {
            await ResealAsync(workspace, ct);
        }
    }

    private async Task ResealAsync(WorkspaceId workspace, CancellationToken ct)
    {
        await using var db = databases.Open(workspace);
        if (await db.Connections.SingleOrDefaultAsync(ct) is not { } connection || !vault.IsStale(connection.RefreshToken))
        {
            return;
        }

        var before = connection.RefreshToken;
        var resealed = vault.Reseal(before, GrantPurpose.RefreshToken, workspace);
        if (!resealed.Ok)
        {
            log.LogWarning("The HubSpot token of workspace {Workspace} cannot be opened: {Reason}", workspace, resealed.Failure.Sentence);
            return;
        }

        // Only while it is still the token that was read: a refresh may have stored a newer one meanwhile. Access tokens die within half an hour anyway.
        await db.Connections.Where(c => c.RefreshToken == before).ExecuteUpdateAsync(row => row.SetProperty(c => c.RefreshToken, resealed.Value), ct);
        log.LogInformation("The HubSpot token of workspace {Workspace} is now sealed with the key {Key}", workspace, keys.Current);
    }
}
