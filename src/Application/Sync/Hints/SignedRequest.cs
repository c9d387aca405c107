namespace Dashboard.Application.Sync.Hints;

/// <summary>A request as it arrived: the bytes, not what a parser made of them.</summary>
/// <param name="Signature">Header <c>X-HubSpot-Signature-v3</c>.</param>
/// <param name="Timestamp">Header <c>X-HubSpot-Request-Timestamp</c>, Unix milliseconds.</param>
public sealed record SignedRequest(string Method, string? Signature, string? Timestamp, ReadOnlyMemory<byte> Body);
