using System.Net.Http.Headers;
using System.Text.Json;
using Dashboard.Application.Kernel;

namespace Dashboard.Web.SignIn.Oidc;

/// <summary>Calls from here to the provider: JSON only, 64 KiB and <c>BackchannelTimeout</c> at most, no redirects, never a second try.</summary>
internal static class Backchannel
{
    private const int Largest = 64 * 1024;
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    /// <summary>Sockets of its own: a redirect could carry the code or a token to an address nobody configured, and cookies have no business here.</summary>
    public static HttpMessageHandler NewHandler() => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        MaxResponseHeadersLength = 32,
    };

    public static async Task<Result<JsonElement>> AskAsync(this OidcOptions options, HttpRequestMessage request, string what, CancellationToken ct)
    {
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var late = new CancellationTokenSource(options.BackchannelTimeout, options.TimeProvider!);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct, late.Token);
        try
        {
            using var response = await options.Backchannel.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            if (!response.IsSuccessStatusCode)
            {
                return SignInFailure.Unavailable($"The {what} answered {(int)response.StatusCode}.");
            }

            if (response.Content.Headers.ContentType?.MediaType is not { } type || (type != "application/json" && !type.EndsWith("+json", StringComparison.Ordinal)))
            {
                return SignInFailure.Unavailable($"The {what} did not answer with JSON.");
            }

            return await ReadAsync(response.Content, limit.Token) is { } body
                ? Parse(body, what)
                : SignInFailure.Unavailable($"The {what} answered with more than {Largest} bytes.");
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException || (fault is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return SignInFailure.Unavailable($"The {what} could not be reached in time ({fault.GetType().Name}).");
        }
    }

    private static async Task<byte[]?> ReadAsync(HttpContent content, CancellationToken ct)
    {
        await using var stream = await content.ReadAsStreamAsync(ct);
        var buffer = new byte[Largest + 1];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct);
        return length > Largest ? null : buffer[..length];
    }

    private static Result<JsonElement> Parse(byte[] body, string what)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : SignInFailure.Unavailable($"The {what} did not answer with a JSON object.");
        }
        catch (JsonException)
        {
            return SignInFailure.Unavailable($"The {what} answered with broken JSON.");
        }
    }

    public static string? Text(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static bool Lists(this JsonElement json, string name, string value) =>
        json.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
        && list.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.String && item.ValueEquals(value));
}
