using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Dashboard.Application.Kernel;
using Dashboard.Infrastructure.HubSpot.Wire;

namespace Dashboard.Infrastructure.HubSpot;

/// <summary>
/// Turns an answer that is not a success into a <see cref="Failure"/>. Every field of HubSpot's error body is optional,
/// and what stands before HubSpot answers in HTML. https://developers.hubspot.com/docs/api-reference/error-handling
/// </summary>
public static class HubSpotFault
{
    /// <summary>Longest obedience to Retry-After; after it HubSpot is asked again.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private const int LongestSentence = 500;

    public static Failure From(HttpStatusCode code, HttpResponseHeaders headers, ReadOnlySpan<byte> body, string? timeZone, DateTimeOffset now)
    {
        var error = Read(body);
        var status = (int)code;
        return status switch
        {
            401 => new Failure.NotConnected(),
            403 when error.RequiredScope is { } scope => new Failure.MissingScope(scope),
            429 => new Failure.Unavailable(Limit(error), WaitAfterLimit(error, headers, timeZone, now), error.CorrelationId) { HadNoEffect = true },
            423 => Later("HubSpot has locked this record for a moment.", TimeSpan.FromSeconds(2)) with { HadNoEffect = true },
            477 => Later("HubSpot is moving this account between data centres.", TimeSpan.FromMinutes(1)) with { HadNoEffect = true },
            408 or >= 500 => Later($"HubSpot has trouble answering ({status}).", null),
            >= 400 => new Failure.Refused(Sentence(error, status), error.CorrelationId, status, error.PropertyNames) { Missing = error.MissingProperties },
            _ => Later($"HubSpot answered with {status}, which is neither a success nor an error.", null),
        };

        Failure.Unavailable Later(string reason, TimeSpan? otherwise) => new Failure.Unavailable(reason, RetryAfter(headers, now) ?? otherwise, error.CorrelationId);
    }

    /// <summary>Whether a 429 is about search alone.</summary>
    public static bool IsSearchLimit(ReadOnlySpan<byte> body) => Read(body).PolicyName == "SECONDLY";

    public static WireError Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, HubSpotJson.Default.WireError) ?? WireError.Empty;
        }
        catch (JsonException)
        {
            return ReadTexts(body);
        }
    }

    /// <summary>What can be had from a body of another shape.</summary>
    private static WireError ReadTexts(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            using var document = JsonDocument.ParseValue(ref reader);
            return document.RootElement.ValueKind != JsonValueKind.Object ? WireError.Empty : new WireError
            {
                Message = Text(document.RootElement, "message"),
                CorrelationId = Text(document.RootElement, "correlationId"),
                Category = Text(document.RootElement, "category"),
                PolicyName = Text(document.RootElement, "policyName"),
            };
        }
        catch (JsonException)
        {
            return WireError.Empty;
        }
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>Seconds or a date, between 250 ms and <see cref="LongestWait"/>; null when missing or senseless.</summary>
    public static TimeSpan? RetryAfter(HttpResponseHeaders headers, DateTimeOffset now)
    {
        var wait = headers.RetryAfter is not { } header ? (TimeSpan?)null : header.Delta ?? header.Date - now;
        return wait is not { } told ? null
            : told > LongestWait ? LongestWait
            : told < TimeSpan.FromMilliseconds(250) ? TimeSpan.FromMilliseconds(250)
            : told;
    }

    private static TimeSpan WaitAfterLimit(WireError error, HttpResponseHeaders headers, string? timeZone, DateTimeOffset now) =>
        error.PolicyName == "DAILY" ? UntilMidnight(timeZone, now)
        : RetryAfter(headers, now) ?? TimeSpan.FromSeconds(error.PolicyName == "SECONDLY" ? 1 : 10);

    /// <summary>Day counters end at midnight of the portal's zone.</summary>
    private static TimeSpan UntilMidnight(string? timeZone, DateTimeOffset now)
    {
        var zone = timeZone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var found) ? found : TimeZoneInfo.Utc;
        return TimeSpan.FromDays(1) - TimeZoneInfo.ConvertTime(now, zone).TimeOfDay;
    }

    private static string Limit(WireError error) => error.PolicyName == "DAILY"
        ? "The portal's daily limit of HubSpot calls is used up; this goes on after midnight, portal time."
        : "HubSpot asked us to slow down; this goes on by itself.";

    private static string Sentence(WireError error, int status)
    {
        var details = (error.Errors ?? []).Select(e => e.Message).OfType<string>().Where(m => m.Length > 0).Distinct().ToList();
        var sentence = details.Count > 0 ? string.Join(" ", details) : error.Message;
        return string.IsNullOrWhiteSpace(sentence)
            ? $"it answered {status.ToString(CultureInfo.InvariantCulture)} without a reason"
            : sentence.Length > LongestSentence ? sentence[..LongestSentence] + "…" : sentence;
    }
}
