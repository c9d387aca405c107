using System.Security.Cryptography;
using System.Text;
using Dashboard.Application.Kernel;

namespace Dashboard.Infrastructure.Secrets;

/// <summary>
/// AES-256-GCM. A sealed text is: version (1 byte), length of the key id (1 byte), key id (UTF-8), nonce (12), tag (16), cipher text.
/// Version, key id, workspace and purpose are authenticated along with it, so none of them can be exchanged.
/// </summary>
public sealed class TokenVault(VaultKeys keys) : ITokenVault
{
    private const byte Version = 1;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    public byte[] Seal(string secret, string purpose, WorkspaceId workspace)
    {
        var id = Encoding.UTF8.GetBytes(keys.Current);
        var plain = Encoding.UTF8.GetBytes(secret);
        var header = 2 + id.Length;
        var text = new byte[header + NonceBytes + TagBytes + plain.Length];
        text[0] = Version;
        text[1] = (byte)id.Length;
        id.CopyTo(text, 2);

        var nonce = text.AsSpan(header, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(keys.Find(keys.Current)!, TagBytes);
        cipher.Encrypt(
            nonce,
            plain,
            text.AsSpan(header + NonceBytes + TagBytes),
            text.AsSpan(header + NonceBytes, TagBytes),
            BoundTo(text.AsSpan(0, header), purpose, workspace));
        return text;
    }

    public Result<string> Open(byte[] sealedText, string purpose, WorkspaceId workspace)
    {
        if (KeyIdOf(sealedText) is not { } id)
        {
            return new Failure.Unavailable("The stored HubSpot token is damaged. An admin can disconnect and connect HubSpot again.");
        }

        if (keys.Find(id) is not { } key)
        {
            return new Failure.Unavailable(
                $"The stored HubSpot token was encrypted with the key \"{id}\", which is not configured here. Restore it under Secrets:Keys, or connect HubSpot again.");
        }

        var header = sealedText.AsSpan(0, 2 + sealedText[1]);
        var body = sealedText.AsSpan(header.Length);
        var plain = new byte[body.Length - NonceBytes - TagBytes];
        try
        {
            using var cipher = new AesGcm(key, TagBytes);
            cipher.Decrypt(body[..NonceBytes], body[(NonceBytes + TagBytes)..], body.Slice(NonceBytes, TagBytes), plain, BoundTo(header, purpose, workspace));
        }
        catch (AuthenticationTagMismatchException)
        {
            return new Failure.Unavailable("The stored HubSpot token does not belong here or was altered. An admin can disconnect and connect HubSpot again.");
        }

        return Encoding.UTF8.GetString(plain);
    }

    /// <summary>Whether the text was sealed with another key than the one that seals now.</summary>
    public bool IsStale(byte[] sealedText) => KeyIdOf(sealedText) != keys.Current;

    /// <summary>The same secret under the current key.</summary>
    public Result<byte[]> Reseal(byte[] sealedText, string purpose, WorkspaceId workspace)
    {
        var opened = Open(sealedText, purpose, workspace);
        return opened.Ok ? Seal(opened.Value, purpose, workspace) : opened.Failure;
    }

    /// <summary>Null when the text is too short or of an unknown version.</summary>
    private static string? KeyIdOf(byte[] text) =>
        text.Length >= 2 && text[0] == Version && text.Length >= 2 + text[1] + NonceBytes + TagBytes ? Encoding.UTF8.GetString(text, 2, text[1]) : null;

    private static byte[] BoundTo(ReadOnlySpan<byte> header, string purpose, WorkspaceId workspace) =>
        [.. header, .. workspace.Value.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(purpose)];
}
