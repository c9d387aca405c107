using System.Security.Cryptography;
using System.Text;
using Dashboard.Infrastructure.Persistence;

namespace Dashboard.Infrastructure.Secrets;

/// <summary>
/// The keys of the vault by id, and which of them seals. An operator's affair: when they are missing or malformed the product does not
/// start, because tokens sealed with a key that is gone tomorrow are lost.
/// </summary>
public sealed class VaultKeys
{
    /// <summary>Bytes of an AES-256 key.</summary>
    public const int KeyBytes = 32;

    private const int MostIdBytes = 40;
    private const string DevelopmentKey = "development";
    private readonly Dictionary<string, byte[]> keys = new(StringComparer.Ordinal);

    private VaultKeys(string current) => Current = current;

    /// <summary>Id of the key that seals.</summary>
    public string Current { get; }

    public byte[]? Find(string id) => keys.GetValueOrDefault(id);

    /// <exception cref="InvalidOperationException">The configuration is no good; the message says what to set.</exception>
    public static VaultKeys From(SecretsOptions options)
    {
        if (options.Keys.Count == 0)
        {
            throw new InvalidOperationException(
                "Secrets:Keys is empty. HubSpot's tokens are stored encrypted and need a key: set Secrets:Keys:<id> to 32 random bytes in base64 "
                + "(openssl rand -base64 32) and keep a copy; without it every workspace has to connect HubSpot again.");
        }

        var current = options.CurrentKey ?? (options.Keys.Count == 1 ? options.Keys.Keys.Single() : null);
        if (current is null || !options.Keys.ContainsKey(current))
        {
            throw new InvalidOperationException("Secrets:CurrentKey must name one of Secrets:Keys: the one that seals from now on.");
        }

        var ring = new VaultKeys(current);
        foreach (var (id, text) in options.Keys)
        {
            ring.keys[id] = Decode(id, text);
        }

        return ring;
    }

    /// <summary>For a developer's machine: a key in a file of the data folder, made on first use and readable by its owner only.</summary>
    public static VaultKeys OfDevelopment(DataFolder folder)
    {
        var path = folder.File("vault.key");
        if (!File.Exists(path))
        {
            Create(path);
        }

        return From(new SecretsOptions { Keys = { [DevelopmentKey] = File.ReadAllText(path).Trim() } });
    }

    private static void Create(string path)
    {
        // Written whole under another name first: a process killed in between must not leave half a key behind.
        var draft = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(draft, options))
        {
            file.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes))));
        }

        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was first; its key counts.
            File.Delete(draft);
        }
    }

    private static byte[] Decode(string id, string text)
    {
        var key = new byte[KeyBytes];
        if (Encoding.UTF8.GetByteCount(id) > MostIdBytes)
        {
            throw new InvalidOperationException($"Secrets:Keys: the id \"{id}\" is longer than {MostIdBytes} bytes.");
        }

        // The value itself is never part of the message.
        return Convert.TryFromBase64String(text, key, out var written) && written == KeyBytes && key.Distinct().Skip(8).Any()
            ? key
            : throw new InvalidOperationException($"Secrets:Keys:{id} is not 32 random bytes in base64 (openssl rand -base64 32).");
    }
}
