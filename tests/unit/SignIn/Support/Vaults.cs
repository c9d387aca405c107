using Dashboard.Infrastructure.Secrets;

namespace Dashboard.UnitTests.SignIn.Support;

/// <summary>A vault with one key, different for each number.</summary>
internal static class Vaults
{
    public static TokenVault With(byte key) => new(VaultKeys.From(new SecretsOptions
    {
        Keys = { ["test"] = Convert.ToBase64String(Enumerable.Range(key, VaultKeys.KeyBytes).Select(i => (byte)(i * 7)).ToArray()) },
    }));
}
