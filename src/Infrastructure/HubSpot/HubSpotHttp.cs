using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Serialization.Metadata;
using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Replicas;
using Dashboard.Infrastructure.KillPoints;
using Polly;
using Polly.Retry;

namespace Dashboard.Infrastructure.HubSpot;

/// <summary>
/// The one way to HubSpot's API: the limiter's turn, the bearer token of this call, a deadline, one retry layer for calls that only read,
/// and answers as values. Redirects are not followed, so a token never reaches another host.
/// </summary>
public sealed class HubSpotHttp : IDisposable
{
    private const int LargestAnswer = 16 * 1024 * 1024;

    private static readonly Failure HeldUp =
        new Failure.Unavailable("The server was held up before this was sent. It is sent again.", TimeSpan.FromSeconds(1)) { HadNoEffect = true };

    private readonly HttpClient http;
    private readonly HubSpotOptions options;
    private readonly PortalLimiters limiters;
    private readonly TimeProvider clock;
    private readonly ResiliencePipeline<HubSpotAnswer> reads;

    public HubSpotHttp(HubSpotOptions options, PortalLimiters limiters, TimeProvider clock)
    {
        this.options = options;
        this.limiters = limiters;
        this.clock = clock;
        http = Client(options);
        reads = new ResiliencePipelineBuilder<HubSpotAnswer> { TimeProvider = clock }.AddRetry(new RetryStrategyOptions<HubSpotAnswer>
        {
            MaxRetryAttempts = 3,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromMilliseconds(300),
            UseJitter = true,
            ShouldHandle = new PredicateBuilder<HubSpotAnswer>().HandleResult(answer => answer.Failure is Failure.Unavailable),
        }).Build();
    }

    /// <summary>For the API and the token endpoint alike.</summary>
    public static HttpClient Client(HubSpotOptions options) => new(KillPoint.IsArmed ? new KilledCalls(Wire(options)) : Wire(options))
    {
        BaseAddress = new Uri(options.ApiBase),
        MaxResponseContentBufferSize = LargestAnswer,
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public async Task<Result<T>> SendAsync<T>(PortalAccess access, HubSpotCall call, JsonTypeInfo<T> type, CancellationToken ct)
        where T : class => (await SendAsync(access, call, ct)).Read(type);

    public async Task<HubSpotAnswer> SendAsync(PortalAccess access, HubSpotCall call, CancellationToken ct) => call.Repeatable
        ? await reads.ExecuteAsync(async token => await AttemptAsync(access, call, token), ct)
        : await AttemptAsync(access, call, ct);

    public void Dispose() => http.Dispose();

    private static SocketsHttpHandler Wire(HubSpotOptions options) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = options.UseProxy,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(Math.Min(10, options.TimeoutSeconds)),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    private async Task<HubSpotAnswer> AttemptAsync(PortalAccess access, HubSpotCall call, CancellationToken ct)
    {
        var limiter = limiters.Of(access.HubId);
        var patience = TimeSpan.FromSeconds(access.Priority == CallPriority.Person ? 3 : 30);
        if (await limiter.EnterAsync(access.Priority, call.Search, patience, ct) is { } paused)
        {
            return HubSpotAnswer.Failed(paused);
        }

        try
        {
            // The last moment: a process that was held up must not send what another replica sends by now.
            return Fence.Current is { IsFresh: false }
                ? HubSpotAnswer.Failed(HeldUp)
                : await ExchangeAsync(http, Request(access, call), options, clock, (response, body) => Judge(access, call, limiter, response, body), ct);
        }
        finally
        {
            limiter.Leave(call.Search);
        }
    }

    /// <summary>Sends and reads to the last byte within the deadline; what the network does to us becomes a value.</summary>
    internal static async Task<HubSpotAnswer> ExchangeAsync(
        HttpClient http, HttpRequestMessage request, HubSpotOptions options, TimeProvider clock, Func<HttpResponseMessage, byte[], HubSpotAnswer> judge, CancellationToken ct)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(options.TimeoutSeconds), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, ct);
        try
        {
            using (request)
            using (var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, either.Token))
            {
                return judge(response, await response.Content.ReadAsByteArrayAsync(either.Token));
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return HubSpotAnswer.Failed(new Failure.Unavailable($"HubSpot did not answer within {options.TimeoutSeconds} seconds."));
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException && !ct.IsCancellationRequested)
        {
            return HubSpotAnswer.Failed(new Failure.Unavailable("HubSpot could not be reached, or the connection broke off.") { HadNoEffect = NeverLeft(broken) });
        }
    }

    /// <summary>No connection came about, so HubSpot cannot have read the request.</summary>
    private static bool NeverLeft(Exception broken) => broken is HttpRequestException
    {
        HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
    };

    private static HttpRequestMessage Request(PortalAccess access, HubSpotCall call)
    {
        var request = new HttpRequestMessage(call.Method, call.Path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", access.AccessToken);
        if (call.Body is not null)
        {
            request.Content = new ByteArrayContent(call.Body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        return request;
    }

    private HubSpotAnswer Judge(PortalAccess access, HubSpotCall call, PortalLimiter limiter, HttpResponseMessage response, byte[] body)
    {
        if (!call.Search && Number(response, "X-HubSpot-RateLimit-Max") is { } max && Number(response, "X-HubSpot-RateLimit-Remaining") is { } remaining)
        {
            limiter.Learn(max, remaining);
        }

        if (response.IsSuccessStatusCode)
        {
            return call.Silent ? new HubSpotAnswer(body, null) : HubSpotAnswer.Of(body);
        }

        var failure = HubSpotFault.From(response.StatusCode, response.Headers, body, access.TimeZone, clock.GetUtcNow());
        if (response.StatusCode == HttpStatusCode.TooManyRequests && failure is Failure.Unavailable { RetryAfter: { } wait })
        {
            limiter.Pause(wait, searchOnly: call.Search && HubSpotFault.IsSearchLimit(body));
        }

        return HubSpotAnswer.Failed(failure);
    }

    private static int? Number(HttpResponseMessage response, string header) =>
        response.Headers.TryGetValues(header, out var values)
        && int.TryParse(values.FirstOrDefault(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
}
