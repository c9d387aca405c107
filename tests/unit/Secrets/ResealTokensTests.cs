using System.Security.Cryptography;
using Dashboard.Application.Connections;
using Dashboard.Application.Kernel;
using Dashboard.Infrastructure.Secrets;
using Dashboard.UnitTests.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Dashboard.UnitTests.Secrets;

public sealed class ResealTokensTests
{
    private static readonly (string Id, string Key) Old = ("old", NewKey());
    private static readonly (string Id, string Key) New = ("new", NewKey());
    private static readonly (string Id, string Key) Lost = ("lost", NewKey());

    [Fact]
    public async Task After_a_rotation_every_token_is_under_the_new_key_and_a_broken_one_stops_nobody()
    {
        await using var database = await TestDatabase.NewAsync();
        var (broken, ours, theirs) = (WorkspaceId.New(), WorkspaceId.New(), WorkspaceId.New());
        await StoreAsync(database, broken, Vault(Lost), 1);
        await StoreAsync(database, ours, Vault(Old), 2);
        await StoreAsync(database, theirs, Vault(Old), 3);

        var keys = Keys(New, Old);
        using var resealing = new ResealTokens(database.Databases, new TokenVault(keys), keys, NullLogger<ResealTokens>.Instance);
        await resealing.StartAsync(default);
        await resealing.ExecuteTask!.WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal("token 2", Vault(New).Open(await TokenAsync(database, ours), GrantPurpose.RefreshToken, ours).Value);
        Assert.Equal("token 3", Vault(New).Open(await TokenAsync(database, theirs), GrantPurpose.RefreshToken, theirs).Value);
        Assert.Equal("token 1", Vault(Lost).Open(await TokenAsync(database, broken), GrantPurpose.RefreshToken, broken).Value);
    }

    private static async Task StoreAsync(TestDatabase database, WorkspaceId workspace, TokenVault vault, long hub)
    {
        await using var db = database.Open(workspace);
        db.PortalClaims.Add(new PortalClaim { HubId = hub, WorkspaceId = workspace });
        db.Connections.Add(new HubSpotConnection
        {
            WorkspaceId = workspace,
            HubId = hub,
            RefreshToken = vault.Seal($"token {hub}", GrantPurpose.RefreshToken, workspace),
            ConnectedBy = default,
            ConnectedAt = default,
        });
        await db.SaveChangesAsync();
    }

    private static async Task<byte[]> TokenAsync(TestDatabase database, WorkspaceId workspace)
    {
        await using var db = database.Open(workspace);
        return (await db.Connections.AsNoTracking().SingleAsync()).RefreshToken;
    }

    private static TokenVault Vault((string Id, string Key) key) => new(Keys(key));

    private static VaultKeys Keys(params (string Id, string Key)[] keys) =>
        VaultKeys.From(new() { CurrentKey = keys[0].Id, Keys = keys.ToDictionary(key => key.Id, key => key.Key) });

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(VaultKeys.KeyBytes));
}
