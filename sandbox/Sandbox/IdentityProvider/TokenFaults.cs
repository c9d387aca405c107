using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Dashboard.Sandbox.IdentityProvider;

/// <summary>Bends an id_token in every way a client has to notice.</summary>
internal static class TokenFaults
{
    public static string Sign(IdToken token, SigningKeys keys, Hostility hostility)
    {
        var key = keys.Current;
        BendHeader(token.Header, keys, hostility);
        BendPayload(token.Payload, hostility);
        BendTimes(token.Payload, hostility);
        if (hostility.Take("wrong-key"))
        {
            key = keys.Foreign;
        }

        if (hostility.Take("embedded-jwk"))
        {
            key = keys.Foreign;
            token.Header["kid"] = key.Id;
            token.Header["jwk"] = key.RsaJwk();
        }

        var signed = token.Sign(key);
        if (hostility.Take("bad-signature"))
        {
            var last = signed.LastIndexOf('.') + 20;
            signed = signed[..last] + (signed[last] == 'A' ? 'B' : 'A') + signed[(last + 1)..];
        }

        if (hostility.Take("duplicate-claim"))
        {
            // JSON objects of the framework cannot hold a name twice, so the text is written by hand and signed again.
            var doubled = token.Payload.ToJsonString();
            doubled = $$"""{"sub":"somebody-else",{{doubled[1..]}}""";
            signed = SignText(token.Header.ToJsonString(), doubled, key);
        }

        return signed;
    }

    private static string SignText(string header, string payload, SigningKey key)
    {
        var content = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload))}";
        var signature = key.Rsa.SignData(
            Encoding.ASCII.GetBytes(content), System.Security.Cryptography.HashAlgorithmName.SHA256, System.Security.Cryptography.RSASignaturePadding.Pkcs1);
        return $"{content}.{Base64Url.EncodeToString(signature)}";
    }

    private static void BendHeader(JsonObject header, SigningKeys keys, Hostility hostility)
    {
        if (hostility.Take("alg", out var algorithm))
        {
            header["alg"] = algorithm;
            header["kid"] = algorithm == "ES256" ? $"{keys.Current.Id}-ec" : keys.Current.Id;
        }

        if (hostility.Take("typ", out var type))
        {
            header["typ"] = type;
        }

        if (hostility.Take("no-typ"))
        {
            header.Remove("typ");
        }

        if (hostility.Take("crit"))
        {
            header["crit"] = new JsonArray("https://example.org/must-understand");
            header["https://example.org/must-understand"] = true;
        }

        BendKeyReference(header, hostility);
    }

    /// <summary>A client finds the key by its id among the keys it fetched itself, never at an address the token names.</summary>
    private static void BendKeyReference(JsonObject header, Hostility hostility)
    {
        if (hostility.Take("unknown-kid"))
        {
            header["kid"] = Grants.Secret();
        }

        foreach (var name in new[] { "jku", "x5u" })
        {
            if (hostility.Take(name, out var address))
            {
                header[name] = address;
            }
        }

        if (hostility.Take("no-kid"))
        {
            header.Remove("kid");
        }
    }

    private static void BendPayload(JsonObject payload, Hostility hostility)
    {
        foreach (var claim in new[] { "iss", "aud", "azp", "sub", "nonce", "at_hash", "tenant", "email", "name", "email_verified" })
        {
            if (hostility.Take($"claim-{claim}", out var value))
            {
                payload[claim] = value is null ? null : JsonNode.Parse(value);
            }
        }

        foreach (var claim in new[] { "iss", "aud", "sub", "nonce", "exp", "iat", "at_hash" })
        {
            if (hostility.Take($"no-{claim}"))
            {
                payload.Remove(claim);
            }
        }

        if (hostility.Take("replayed-nonce"))
        {
            payload["nonce"] = hostility.LastNonce;
        }
        else
        {
            hostility.LastNonce = (string?)payload["nonce"];
        }

        if (hostility.Take("huge"))
        {
            payload["padding"] = new string('x', 300 * 1024);
        }
    }

    /// <summary>Values are seconds from now.</summary>
    private static void BendTimes(JsonObject payload, Hostility hostility)
    {
        var now = (long?)payload["iat"] ?? 0;
        foreach (var claim in new[] { "exp", "nbf", "auth_time", "iat" })
        {
            if (hostility.Take($"offset-{claim}", out var seconds))
            {
                payload[claim] = now + long.Parse(seconds!, CultureInfo.InvariantCulture);
            }
        }
    }
}
