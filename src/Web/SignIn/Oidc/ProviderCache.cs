using Dashboard.Application.Kernel;

namespace Dashboard.Web.SignIn.Oidc;

/// <summary>
/// The provider as last read. Read again hourly and, at most every 30 seconds, when a token names an unknown key; while the provider's documents
/// cannot be read the last ones serve on, for a day.
/// </summary>
internal sealed partial class ProviderCache(TimeProvider clock, ILogger<ProviderCache> log) : IDisposable
{
    public static readonly TimeSpan Fresh = TimeSpan.FromHours(1);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);
    public static readonly TimeSpan BetweenKeyReads = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim reading = new(1, 1);
    private volatile Provider? last;
    private DateTimeOffset failedAt = DateTimeOffset.MinValue;
    private DateTimeOffset keysReadAt = DateTimeOffset.MinValue;

    /// <summary>Where the sign-in form ends up, for <c>form-action</c> of the content security policy; null until the provider was first read.</summary>
    public string? FormOrigin => last?.AuthorizationEndpoint.GetLeftPart(UriPartial.Authority);

    public void Dispose() => reading.Dispose();

    public async Task<Result<Provider>> GetAsync(OidcOptions options, CancellationToken ct)
    {
        if (last is { } known && known.ReadAt + Fresh > clock.GetUtcNow())
        {
            return known;
        }

        await reading.WaitAsync(ct);
        try
        {
            var now = clock.GetUtcNow();
            if (last is { } meanwhile && (meanwhile.ReadAt + Fresh > now || (failedAt + AfterFailure > now && meanwhile.ReadAt + Longest > now)))
            {
                return meanwhile;
            }

            return await ReadAsync(options, ct);
        }
        finally
        {
            reading.Release();
        }
    }

    /// <summary>For a token signed with a key not seen before: one read, whoever else waits for the same; then what there is.</summary>
    public async Task<Provider> GetForKeyAsync(Provider known, string? keyId, OidcOptions options, CancellationToken ct)
    {
        await reading.WaitAsync(ct);
        try
        {
            var current = last ?? known;
            if (current.Knows(keyId) || keysReadAt + BetweenKeyReads > clock.GetUtcNow())
            {
                return current;
            }

            keysReadAt = clock.GetUtcNow();
            var read = await ReadAsync(options, ct);
            return read.Ok ? read.Value : current;
        }
        finally
        {
            reading.Release();
        }
    }

    private async Task<Result<Provider>> ReadAsync(OidcOptions options, CancellationToken ct)
    {
        var read = await ProviderDocuments.ReadAsync(options, clock, ct);
        if (read.Ok)
        {
            last = read.Value;
            failedAt = DateTimeOffset.MinValue;
            return read;
        }

        failedAt = clock.GetUtcNow();
        var detail = ((SignInFailure)read.Failure).Detail;
        if (last is { } stale && stale.ReadAt + Longest > failedAt)
        {
            LogStale(detail, stale.ReadAt + Longest);
            return stale;
        }

        LogUnreadable(detail);
        return read;
    }

    [LoggerMessage(LogLevel.Error, "The sign-in provider could not be read again: {Detail} Its last answer serves until {Until}")]
    private partial void LogStale(string detail, DateTimeOffset until);

    [LoggerMessage(LogLevel.Error, "The sign-in provider could not be read: {Detail} Nobody can sign in")]
    private partial void LogUnreadable(string detail);
}
