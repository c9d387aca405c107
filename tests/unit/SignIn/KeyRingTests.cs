using System.Security.Cryptography;
using System.Xml.Linq;
using Dashboard.Application.Kernel;
using Dashboard.Infrastructure.Persistence;
using Dashboard.Infrastructure.Persistence.Keys;
using Dashboard.UnitTests.SignIn.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dashboard.UnitTests.SignIn;

/// <summary>The data protection keys that replicas share.</summary>
public sealed class KeyRingTests(SignInFixture fixture) : IClassFixture<SignInFixture>
{
    [Fact]
    public async Task Replicas_that_start_together_on_an_empty_ring_end_up_with_one_key()
    {
        var dbs = fixture.Host.Dbs;
        await using var db = dbs.OpenEngine();
        await db.ProtectionKeys.ExecuteDeleteAsync();

        var protectors = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            var protector = Protector(dbs);
            return (Protector: protector, Sealed: protector.Protect("words"));
        })));

        Assert.Equal(1, await db.ProtectionKeys.CountAsync());
        Assert.All(protectors, reader => Assert.All(protectors, writer => Assert.Equal("words", reader.Protector.Unprotect(writer.Sealed))));
    }

    [Fact]
    public async Task Later_keys_join_the_first_and_all_are_read_back()
    {
        var dbs = fixture.Host.Dbs;
        await using var db = dbs.OpenEngine();
        await db.ProtectionKeys.ExecuteDeleteAsync();
        var ring = new KeyRing(dbs);
        Assert.Empty(ring.GetAllElements());
        ring.StoreElement(new XElement("key", new XAttribute("id", 1)), "key-1");
        ring.StoreElement(new XElement("key", new XAttribute("id", 2)), "key-2");
        Assert.Equal(["1", "2"], ring.GetAllElements().Select(e => e.Attribute("id")!.Value));
    }

    [Fact]
    public async Task A_stolen_database_forges_no_cookie()
    {
        var dbs = fixture.Host.Dbs;
        await using var db = dbs.OpenEngine();
        await db.ProtectionKeys.ExecuteDeleteAsync(TestContext.Current.CancellationToken);
        var text = Protector(dbs).Protect("words");

        var stored = Assert.Single(await db.ProtectionKeys.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken)).Xml;
        Assert.DoesNotContain("masterKey", stored, StringComparison.Ordinal);
        Assert.Contains(nameof(KeyOpening), stored, StringComparison.Ordinal);
        Assert.ThrowsAny<CryptographicException>(() => Protector(dbs, vaultKey: 2).Unprotect(text));
        Assert.Equal("words", Protector(dbs).Unprotect(text));
    }

    private static IDataProtector Protector(DashboardDbs dbs, byte vaultKey = 1)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(dbs).AddSingleton<IDashboardDbs>(dbs).AddSingleton(Vaults.With(vaultKey)).AddKeyRing();
        services.AddDataProtection().SetApplicationName("Tasklane");
        return services.BuildServiceProvider().GetDataProtector("test");
    }
}
