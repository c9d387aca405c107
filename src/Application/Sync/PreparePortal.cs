using Dashboard.Application.Connections;
using Dashboard.Application.Connections.OperationIds;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Records;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Sync;

/// <summary>Reads what a board needs beside tasks: account, owners, allowed values, whether tasks can carry our ids; and finds which members are owners.</summary>
public sealed class PreparePortal(IDashboardDbs dbs, TokenSource tokens, IHubSpotPortal portal, LookForOperationIds operationIds, IWorkspaceFeed feed)
{
    /// <returns>Whether a status is now open that was closed, or the other way round: then rows are out of date.</returns>
    public async Task<Result<bool>> RunAsync(WorkspaceId workspace, CancellationToken ct)
    {
        var account = await tokens.CallAsync(workspace, CallPriority.Syncing, access => portal.AccountAsync(access, ct), ct);
        if (!account.Ok)
        {
            return account.Failure;
        }

        var owners = await tokens.CallAsync(workspace, CallPriority.Syncing, access => portal.OwnersAsync(access, ct), ct);
        if (!owners.Ok)
        {
            return owners.Failure;
        }

        var options = await tokens.CallAsync(workspace, CallPriority.Syncing, access => portal.TaskOptionsAsync(access, ct), ct);
        if (!options.Ok)
        {
            return options.Failure;
        }

        var looked = await operationIds.RunAsync(workspace, CallPriority.Syncing, ct);
        if (!looked.Ok)
        {
            return looked.Failure;
        }

        var turned = await dbs.StoreAsync(
            workspace,
            async db =>
            {
                await db.SyncStates.OfRunningAsync(ct);
                await StoreAccountAsync(db, account.Value, ct);
                await StoreOwnersAsync(db, owners.Value, ct);
                return await StoreOptionsAsync(db, options.Value, ct);
            },
            ct);
        await MatchMembersAsync(workspace, owners.Value, ct);
        return turned;
    }

    private static async Task StoreAccountAsync(IDashboardDb db, PortalAccount account, CancellationToken ct)
    {
        if (await db.Connections.FirstOrDefaultAsync(ct) is { } connection)
        {
            connection.UiDomain = account.UiDomain ?? connection.UiDomain;
            connection.TimeZone = account.TimeZone ?? connection.TimeZone;
        }
    }

    private static async Task StoreOwnersAsync(IDashboardDb db, IReadOnlyList<RemoteOwner> owners, CancellationToken ct)
    {
        var known = await db.Owners.ToDictionaryAsync(o => o.Id, ct);
        var named = owners.GroupBy(o => o.Id).Select(same => same.OrderBy(o => o.Archived).First()).ToList();
        foreach (var remote in named)
        {
            if (!known.Remove(remote.Id, out var row))
            {
                db.Owners.Add(row = new Owner { WorkspaceId = db.Workspace, Id = remote.Id });
            }

            var name = $"{remote.FirstName} {remote.LastName}".Trim();
            row.Name = name.Length > 0 ? name : remote.Email ?? $"Owner {remote.Id}";
            row.Email = remote.Email;
            row.UserId = remote.UserId ?? row.UserId;
            row.IsArchived = remote.Archived;
        }

        foreach (var gone in known.Values)
        {
            gone.IsArchived = true;
        }
    }

    private static async Task<bool> StoreOptionsAsync(IDashboardDb db, IReadOnlyList<RemoteOption> options, CancellationToken ct)
    {
        var known = await db.PropertyOptions.ToDictionaryAsync(o => (o.Property, o.Value), ct);
        var turned = false;
        foreach (var remote in options.DistinctBy(o => (o.Property, o.Value)))
        {
            if (!known.Remove((remote.Property, remote.Value), out var row))
            {
                db.PropertyOptions.Add(row = new PropertyOption { WorkspaceId = db.Workspace, Property = remote.Property, Value = remote.Value, IsClosed = remote.IsClosed });
            }

            turned |= row.IsClosed != remote.IsClosed;
            (row.Label, row.Order, row.IsHidden, row.IsClosed) = (remote.Label, remote.Order, remote.Hidden, remote.IsClosed);
        }

        db.PropertyOptions.RemoveRange(known.Values);
        return turned;
    }

    /// <summary>A member is the owner whose e-mail address the member's sign-in provider vouched for.</summary>
    private async Task MatchMembersAsync(WorkspaceId workspace, IReadOnlyList<RemoteOwner> owners, CancellationToken ct)
    {
        var byEmail = owners.Where(o => o is { Archived: false, Email.Length: > 0 })
            .GroupBy(o => o.Email!, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(same => same.Key, same => same.First().Id, StringComparer.OrdinalIgnoreCase);

        await using var directory = dbs.OpenDirectory();
        var members = await directory.Members.Where(m => m.WorkspaceId == workspace)
            .Join(directory.People, m => m.PersonId, p => p.Id, (m, p) => new { Member = m, p.Email, p.EmailVerified })
            .ToListAsync(ct);
        foreach (var one in members)
        {
            one.Member.OwnerId = one is { EmailVerified: true, Email: { } email } && byEmail.TryGetValue(email, out var owner) ? owner : null;
        }

        if (await directory.SaveChangesAsync(ct) > 0)
        {
            feed.Publish(new WorkspaceSignal.MembersChanged(workspace));
        }
    }
}
