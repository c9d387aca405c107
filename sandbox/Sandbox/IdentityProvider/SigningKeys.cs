using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Dashboard.Sandbox.IdentityProvider;

/// <summary>The provider's signing keys: one RSA key and one EC key in use, with earlier ones still published until retired.</summary>
internal sealed class SigningKeys
{
    private readonly Lock gate = new();
    private readonly List<SigningKey> published = [SigningKey.Create()];

    /// <summary>Published nowhere: what a forger would sign with.</summary>
    public SigningKey Foreign { get; } = SigningKey.Create();

    public SigningKey Current
    {
        get
        {
            lock (gate)
            {
                return published[^1];
            }
        }
    }

    public void Rotate(bool keepOld)
    {
        lock (gate)
        {
            if (!keepOld)
            {
                published.Clear();
            }

            published.Add(SigningKey.Create());
        }
    }

    public JsonObject Document()
    {
        lock (gate)
        {
            return new JsonObject { ["keys"] = new JsonArray([.. published.SelectMany(key => new JsonNode[] { key.RsaJwk(), key.EcJwk() })]) };
        }
    }
}

internal sealed record SigningKey(string Id, RSA Rsa, ECDsa Ec)
{
    public static SigningKey Create() =>
        new(RandomNumberGenerator.GetHexString(16, lowercase: true), RSA.Create(2048), ECDsa.Create(ECCurve.NamedCurves.nistP256));

    public JsonObject RsaJwk()
    {
        var key = Rsa.ExportParameters(false);
        return new()
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = Id,
            ["n"] = Base64Url.EncodeToString(key.Modulus),
            ["e"] = Base64Url.EncodeToString(key.Exponent),
        };
    }

    public JsonObject EcJwk()
    {
        var key = Ec.ExportParameters(false);
        return new()
        {
            ["kty"] = "EC",
            ["use"] = "sig",
            ["kid"] = $"{Id}-ec",
            ["crv"] = "P-256",
            ["x"] = Base64Url.EncodeToString(key.Q.X),
            ["y"] = Base64Url.EncodeToString(key.Q.Y),
        };
    }
}
