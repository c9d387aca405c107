using System.Security.Cryptography;
using System.Text;
using Dashboard.Application.Kernel;
using Dashboard.Infrastructure.Secrets;
using Xunit;

namespace Dashboard.UnitTests.Secrets;

public sealed class TokenVaultTests
{
    private const string Purpose = "hubspot.refresh";
    private const string Token = "na1-1234-refresh-canary";
    private static readonly WorkspaceId Ours = WorkspaceId.New();
    private static readonly string OldKey = NewKey();
    private static readonly TokenVault Vault = With("old", ("old", OldKey));

    [Theory]
    [InlineData("")]
    [InlineData(Token)]
    [InlineData("Ünïcode 🔑")]
    public void What_was_sealed_opens_again(string secret) =>
        Assert.Equal(secret, Vault.Open(Vault.Seal(secret, Purpose, Ours), Purpose, Ours).Value);

    [Fact]
    public void The_secret_does_not_show_and_no_two_sealings_are_alike()
    {
        var first = Vault.Seal(Token, Purpose, Ours);
        Assert.DoesNotContain("canary", Encoding.Latin1.GetString(first), StringComparison.Ordinal);
        Assert.NotEqual(first, Vault.Seal(Token, Purpose, Ours));
    }

    [Fact]
    public void A_token_moved_to_another_workspace_or_column_does_not_open()
    {
        var text = Vault.Seal(Token, Purpose, Ours);
        Assert.False(Vault.Open(text, Purpose, WorkspaceId.New()).Ok);
        Assert.False(Vault.Open(text, "hubspot.access", Ours).Ok);
    }

    [Fact]
    public void No_byte_can_be_changed_and_no_end_cut_off()
    {
        var text = Vault.Seal(Token, Purpose, Ours);
        for (var i = 0; i < text.Length; i++)
        {
            var altered = text.ToArray();
            altered[i] ^= 1;
            Assert.False(Vault.Open(altered, Purpose, Ours).Ok, $"byte {i} changed");
            Assert.False(Vault.Open(text[..i], Purpose, Ours).Ok, $"cut to {i} bytes");
        }
    }

    [Fact]
    public void After_rotation_old_texts_open_and_new_ones_are_under_the_new_key()
    {
        var old = Vault.Seal(Token, Purpose, Ours);
        var rotated = With("new", ("old", OldKey), ("new", NewKey()));
        Assert.Equal(Token, rotated.Open(old, Purpose, Ours).Value);
        Assert.True(rotated.IsStale(old));

        var resealed = rotated.Reseal(old, Purpose, Ours).Value;
        Assert.False(rotated.IsStale(resealed));
        Assert.Equal(Token, rotated.Open(resealed, Purpose, Ours).Value);
        Assert.False(Vault.Open(resealed, Purpose, Ours).Ok);
    }

    [Fact]
    public void A_missing_key_is_named()
    {
        var opened = With("new", ("new", NewKey())).Open(Vault.Seal(Token, Purpose, Ours), Purpose, Ours);
        Assert.Contains("\"old\"", opened.Failure!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_key_under_the_same_id_does_not_open() =>
        Assert.False(With("old", ("old", NewKey())).Open(Vault.Seal(Token, Purpose, Ours), Purpose, Ours).Ok);

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(VaultKeys.KeyBytes));

    private static TokenVault With(string current, params (string Id, string Key)[] keys) =>
        new(VaultKeys.From(new() { CurrentKey = current, Keys = keys.ToDictionary(key => key.Id, key => key.Key) }));
}
