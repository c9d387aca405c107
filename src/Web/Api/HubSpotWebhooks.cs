using System.Buffers;
using System.Data.Common;
using Dashboard.Application.Kernel;
using Dashboard.Application.Sync.Hints;
using Dashboard.Infrastructure.HubSpot;
using Dashboard.Web.SignIn;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.Features;

namespace Dashboard.Web.Api;

/// <summary>
/// <c>POST /webhooks/hubspot</c>: where HubSpot tells of changes. The signature stands for a sign-in. What it said is stored before it is answered
/// with 204; HubSpot never sends again what was answered with most 4xx, so trouble of our own is always 503.
/// https://developers.hubspot.com/docs/api-reference/latest/webhooks/guide
/// </summary>
internal sealed class HubSpotWebhooks(HubSpotOptions options, PublicOrigin origin, TakeHints take, WebhookTally tally, TimeProvider clock, ILogger<HubSpotWebhooks> log)
{
    public const string Path = "/webhooks/hubspot";

    private const int Largest = 1024 * 1024;

    public async Task<IResult> TakeAsync(HttpContext context)
    {
        if (await BodyAsync(context.Request, context.RequestAborted) is not { } body)
        {
            return Say(StatusCodes.Status413PayloadTooLarge, "Too large.");
        }

        if (!IsSigned(context, body))
        {
            return Say(StatusCodes.Status401Unauthorized, "Not signed by HubSpot for this address and time.");
        }

        if (WebhookEvent.ReadAll(body) is not { } events)
        {
            tally.Malform();
            return Say(StatusCodes.Status400BadRequest, "Not a list of events.");
        }

        try
        {
            await take.RunAsync(events, context.RequestAborted);
            return Results.NoContent();
        }
        catch (Exception failed) when (failed is NotSavedException or DbException || failed.GetBaseException() is DbException)
        {
            tally.Miss();
            log.LogError(failed, "Webhooks could not be stored; HubSpot sends them again");
            return Say(StatusCodes.Status503ServiceUnavailable, "Not stored; send it again.");
        }
    }

    /// <summary>When it is signed for the address that the request itself names, the configured one is wrong: worth a warning, not worth trust.</summary>
    private bool IsSigned(HttpContext context, ReadOnlyMemory<byte> body)
    {
        var request = context.Request;
        var signed = new SignedRequest(request.Method, request.Headers["X-HubSpot-Signature-v3"], request.Headers["X-HubSpot-Request-Timestamp"], body);
        var raw = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var target = raw.StartsWith('/') ? raw : request.GetEncodedPathAndQuery();
        bool IsFor(string address) => WebhookSignature.IsValid([options.ClientSecret, options.PreviousClientSecret], signed, address + target, clock.GetUtcNow());
        if (IsFor(origin.Of(request)))
        {
            return true;
        }

        var named = $"{request.Scheme}://{request.Host}";
        tally.Forge(new[] { named, $"https://{request.Host}" }.FirstOrDefault(IsFor));
        log.LogWarning("A webhook without a valid signature was refused; {Count} since the start", tally.Forged);
        return false;
    }

    /// <returns>Null when there is more than HubSpot ever sends.</returns>
    private static async Task<ReadOnlyMemory<byte>?> BodyAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength > Largest)
        {
            return null;
        }

        var body = new ArrayBufferWriter<byte>((int)(request.ContentLength ?? 16_384) + 1);
        while (true)
        {
            var read = await request.Body.ReadAsync(body.GetMemory(), ct);
            if (read == 0)
            {
                return body.WrittenMemory;
            }

            body.Advance(read);
            if (body.WrittenCount > Largest)
            {
                return null;
            }
        }
    }

    private static IResult Say(int status, string sentence) => Results.Text(sentence, statusCode: status);
}
