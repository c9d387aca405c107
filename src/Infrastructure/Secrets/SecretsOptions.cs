namespace Dashboard.Infrastructure.Secrets;

/// <summary>Configuration section <c>Secrets</c>: the keys that seal tokens in the database.</summary>
public sealed class SecretsOptions
{
    public const string Section = "Secrets";

    /// <summary>Id of the key that seals from now on; may be left out while there is only one.</summary>
    public string? CurrentKey { get; set; }

    /// <summary>Key id to 32 random bytes in base64 (<c>openssl rand -base64 32</c>). Old keys stay until nothing is sealed with them.</summary>
    public Dictionary<string, string> Keys { get; set; } = [];
}
