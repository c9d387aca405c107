using System.Security.Cryptography;
using Dashboard.Infrastructure.Secrets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;
using Xunit;

namespace Dashboard.UnitTests.Secrets;

public sealed class VaultKeysTests
{
    [Theory]
    [InlineData("short", "c2hvcnQ=")]
    [InlineData("not base64", "!!!")]
    [InlineData("all zeros", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    public void A_weak_or_malformed_key_is_refused_without_being_shown(string id, string key)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => VaultKeys.From(new() { Keys = { [id] = key } }));
        Assert.Contains($"Secrets:Keys:{id}", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(key, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_two_keys_the_current_one_must_be_named()
    {
        SecretsOptions options = new() { Keys = { ["a"] = NewKey(), ["b"] = NewKey() } };
        Assert.Throws<InvalidOperationException>(() => VaultKeys.From(options));
        options.CurrentKey = "c";
        Assert.Throws<InvalidOperationException>(() => VaultKeys.From(options));
        options.CurrentKey = "b";
        Assert.Equal("b", VaultKeys.From(options).Current);
    }

    [Fact]
    public void Production_without_keys_does_not_start_and_says_what_to_set()
    {
        var refused = Assert.Throws<InvalidOperationException>(() => Add("Production", Path.GetTempPath()));
        Assert.Contains("Secrets:Keys", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_developers_machine_makes_a_key_once_for_its_owner_only()
    {
        var folder = Directory.CreateTempSubdirectory("tasklane-").FullName;
        try
        {
            var keys = Enumerable.Range(0, 8).AsParallel().Select(_ => Add("Development", folder)).Select(k => Convert.ToHexString(k.Find(k.Current)!)).ToHashSet();
            Assert.Single(keys);
            var file = Assert.Single(Directory.GetFiles(Path.Combine(folder, "data")));
            if (!OperatingSystem.IsWindows())
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static VaultKeys Add(string environment, string folder) =>
        new ServiceCollection()
            .AddSecrets(new ConfigurationBuilder().Build(), new HostingEnvironment { EnvironmentName = environment, ContentRootPath = folder })
            .BuildServiceProvider()
            .GetRequiredService<VaultKeys>();

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(VaultKeys.KeyBytes));
}
