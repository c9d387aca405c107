using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dashboard.Application.Kernel;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Dashboard.Web.SignIn.Oidc;

/// <summary>
/// Checks an id_token: https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation. Stricter than the library alone, which lets pass:
/// other token types, unknown <c>crit</c> entries, several audiences without <c>azp</c>, an old <c>iat</c>, names given twice.
/// </summary>
internal sealed class IdTokenCheck(ProviderCache providers, TimeProvider clock)
{
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Oldest = TimeSpan.FromMinutes(10);
    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256];
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = 64 * 1024 };

    /// <summary>The token's claims, or why it is not believed.</summary>
    public async Task<Result<JsonElement>> CheckAsync(Tokens tokens, string nonce, Provider provider, OidcOptions options, CancellationToken ct)
    {
        if (Read(tokens.IdToken) is not var (header, claims))
        {
            return Refuse("it is not a signed token with each name once");
        }

        if (header.TryGetProperty("crit", out _))
        {
            return Refuse("its crit header asks for something unknown");
        }

        if (!provider.Knows(header.Text("kid")))
        {
            provider = await providers.GetForKeyAsync(provider, header.Text("kid"), options, ct);
            if (!provider.Knows(header.Text("kid")))
            {
                return Refuse("its key is not in the provider's key set");
            }
        }

        var result = await Handler.ValidateTokenAsync(tokens.IdToken, Parameters(provider, options));
        if (!result.IsValid)
        {
            return Refuse(result.Exception.GetType().Name);
        }

        var problem = Times(claims, options) ?? Parties(claims, options) ?? Bindings(claims, tokens, nonce);
        return problem is null ? claims : Refuse(problem);
    }

    private static SignInFailure Refuse(string problem) => SignInFailure.NotAccepted($"The id_token was refused: {problem}.");

    private static (JsonElement Header, JsonElement Claims)? Read(string token)
    {
        var parts = token.Split('.');
        if (parts.Length != 3 || token.Length > Handler.MaximumTokenSizeInBytes)
        {
            return null;
        }

        try
        {
            using var header = JsonDocument.Parse(WebEncoders.Base64UrlDecode(parts[0]), Strict);
            using var claims = JsonDocument.Parse(WebEncoders.Base64UrlDecode(parts[1]), Strict);
            return header.RootElement.ValueKind == JsonValueKind.Object && claims.RootElement.ValueKind == JsonValueKind.Object
                ? (header.RootElement.Clone(), claims.RootElement.Clone())
                : null;
        }
        catch (Exception fault) when (fault is FormatException or JsonException)
        {
            return null;
        }
    }

    private TokenValidationParameters Parameters(Provider provider, OidcOptions options) => new()
    {
        RequireSignedTokens = true,
        ValidAlgorithms = Algorithms,
        IssuerSigningKeys = provider.Keys,
        ValidIssuer = provider.Issuer,
        ValidAudience = options.ClientId,
        IgnoreTrailingSlashWhenValidatingAudience = false,
        RequireExpirationTime = true,
        LifetimeValidator = (notBefore, expires, _, _) =>
            expires is { } end && end > (clock.GetUtcNow() - Skew).UtcDateTime && (notBefore is null || notBefore <= (clock.GetUtcNow() + Skew).UtcDateTime),
        TypeValidator = (type, _, _) => string.IsNullOrEmpty(type) || string.Equals(type, "JWT", StringComparison.OrdinalIgnoreCase)
            ? "JWT"
            : throw new SecurityTokenInvalidTypeException("Not an id_token."),
        LogTokenId = false,
        LogValidationExceptions = false,
    };

    private string? Times(JsonElement claims, OidcOptions options)
    {
        var now = clock.GetUtcNow();
        if (At(claims, "iat") is not { } issued)
        {
            return "it has no iat";
        }

        if (issued > now + Skew || issued < now - Oldest)
        {
            return "its iat is in the future or too old";
        }

        return options.MaxAge is { } age && !(At(claims, "auth_time") + age + Skew >= now) ? "its auth_time is missing or older than asked for" : null;
    }

    private static string? Parties(JsonElement claims, OidcOptions options)
    {
        if (claims.Text("sub") is not { Length: > 0 and <= 255 } subject || !Ascii.IsValid(subject))
        {
            return "it has no usable sub";
        }

        var severalAudiences = claims.TryGetProperty("aud", out var aud) && aud.ValueKind == JsonValueKind.Array && aud.GetArrayLength() > 1;
        return claims.TryGetProperty("azp", out _) || severalAudiences
            ? claims.Text("azp") == options.ClientId ? null : "its azp is not this client"
            : null;
    }

    private static string? Bindings(JsonElement claims, Tokens tokens, string nonce)
    {
        if (!Same(claims.Text("nonce"), nonce))
        {
            return "its nonce is not the one sent";
        }

        var half = SHA256.HashData(Encoding.ASCII.GetBytes(tokens.AccessToken)).AsSpan(0, 16);
        return claims.TryGetProperty("at_hash", out _) && !Same(claims.Text("at_hash"), WebEncoders.Base64UrlEncode(half))
            ? "its at_hash does not fit the access token"
            : null;
    }

    private static DateTimeOffset? At(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var seconds)
            && seconds is > 0 and < 100_000_000_000 ? DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000)) : null;

    private static bool Same(string? left, string right) =>
        left is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));
}
