using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Dashboard.Sandbox.World;
using Dashboard.Sandbox.World.Events;

namespace Dashboard.Sandbox.Webhooks;

/// <summary>
/// Tells the app of every effect: arrays of at most 100 events, several deliveries at once, in no promised order and at least once.
/// Answers of 400, 401, 403, 404 and 405 end it; everything else is tried again up to ten times.
/// </summary>
public sealed class WebhookSender : IHostedService, IDisposable
{
    private const int Most = 100;
    private const int AtOnce = 10;
    private const int Attempts = 10;

    private readonly SandboxWorld world;
    private readonly Channel<WorldEvent> happened = Channel.CreateUnbounded<WorldEvent>();
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(5) };
    private readonly SemaphoreSlim places = new(AtOnce, AtOnce);
    private readonly CancellationTokenSource stop = new();
    private long events, delivered, refused, givenUp, dropped;

    public WebhookSender(SandboxWorld world)
    {
        this.world = world;
        world.Committed = told =>
        {
            if (Target is not null)
            {
                happened.Writer.TryWrite(told);
            }
        };
    }

    public WebhookTarget? Target { get; set; }

    public WebhookCounts Counts => new(
        Interlocked.Read(ref events), Interlocked.Read(ref delivered), Interlocked.Read(ref refused), Interlocked.Read(ref givenUp), Interlocked.Read(ref dropped),
        Interlocked.Read(ref events) - Interlocked.Read(ref delivered) - Interlocked.Read(ref givenUp) - Interlocked.Read(ref dropped));

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = Task.Run(RunAsync, CancellationToken.None);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        world.Committed = null;
        return stop.CancelAsync();
    }

    public void Dispose()
    {
        http.Dispose();
        places.Dispose();
        stop.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            while (await happened.Reader.WaitToReadAsync(stop.Token))
            {
                if (Target is not { } target)
                {
                    while (happened.Reader.TryRead(out _))
                    {
                    }

                    continue;
                }

                foreach (var batch in Take(target).GroupBy(e => e["portalId"]).SelectMany(portal => portal.Chunk(Most)))
                {
                    await places.WaitAsync(stop.Token);
                    _ = DeliverAsync(target, batch);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The sandbox stops.
        }
    }

    private List<Dictionary<string, object?>> Take(WebhookTarget target)
    {
        var batch = new List<Dictionary<string, object?>>();
        while (batch.Count < Most && happened.Reader.TryRead(out var next))
        {
            foreach (var told in WebhookEvents.Of(next, target.EventId))
            {
                if (Interlocked.Increment(ref events) is var number && target.DropEvery > 0 && number % target.DropEvery == 0)
                {
                    Interlocked.Increment(ref dropped);
                    continue;
                }

                batch.Add(told);
            }
        }

        if (target.Reverse)
        {
            batch.Reverse();
        }

        return batch;
    }

    private async Task DeliverAsync(WebhookTarget target, Dictionary<string, object?>[] batch)
    {
        try
        {
            await Task.Delay(target.DelayMilliseconds, stop.Token);
            var taken = false;
            for (var time = 0; time < target.Times; time++)
            {
                taken |= await InsistAsync(target, batch);
            }

            Interlocked.Add(ref (taken ? ref delivered : ref givenUp), batch.Length);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The sandbox stops.
        }
        finally
        {
            if (!stop.IsCancellationRequested)
            {
                places.Release();
            }
        }
    }

    private async Task<bool> InsistAsync(WebhookTarget target, Dictionary<string, object?>[] batch)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var status = await PostAsync(target, batch, attempt);
            if (status is >= 200 and < 300)
            {
                return true;
            }

            Interlocked.Increment(ref refused);
            if (status is 400 or 401 or 403 or 404 or 405)
            {
                return false;
            }

            await Task.Delay(target.RetryMilliseconds * (attempt + 1), stop.Token);
        }

        return false;
    }

    /// <returns>0 when nobody answered.</returns>
    private async Task<int> PostAsync(WebhookTarget target, Dictionary<string, object?>[] batch, int attempt)
    {
        var body = JsonSerializer.Serialize(batch.Select(told => new Dictionary<string, object?>(told) { ["attemptNumber"] = attempt }));
        var timestamp = world.Clock.NowMilliseconds;
        using var request = new HttpRequestMessage(HttpMethod.Post, target.SendTo ?? target.Url)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
            Headers =
            {
                { "X-HubSpot-Request-Timestamp", timestamp.ToString(CultureInfo.InvariantCulture) },
                { "X-HubSpot-Signature-v3", WebhookSignature.Third(target.Secret, target.Url, body, timestamp) },
                { "X-HubSpot-Signature", WebhookSignature.First(target.Secret, body) },
                { "X-HubSpot-Signature-Version", "v1" },
            },
        };
        try
        {
            using var answer = await http.SendAsync(request, stop.Token);
            return (int)answer.StatusCode;
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException || (broken is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return 0;
        }
    }
}
