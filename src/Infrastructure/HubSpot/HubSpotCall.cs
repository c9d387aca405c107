using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Dashboard.Application.Kernel;

namespace Dashboard.Infrastructure.HubSpot;

/// <summary>One request to HubSpot's API.</summary>
/// <param name="Repeatable">It only reads: sent again after a failure without anybody noticing.</param>
/// <param name="Search">Counted by the second, apart from other calls.</param>
/// <param name="Silent">A success says nothing: its body is empty.</param>
public sealed record HubSpotCall(HttpMethod Method, string Path, byte[]? Body = null, bool Repeatable = false, bool Search = false, bool Silent = false)
{
    public static HubSpotCall Get(string path) => new(HttpMethod.Get, path, Repeatable: true);

    /// <summary>A POST that only asks: batch reads and searches.</summary>
    public static HubSpotCall Ask<T>(string path, T body, JsonTypeInfo<T> type, bool search = false) =>
        new(HttpMethod.Post, path, JsonSerializer.SerializeToUtf8Bytes(body, type), Repeatable: true, search);

    /// <summary>A success has no body.</summary>
    public static HubSpotCall Delete(string path) => new(HttpMethod.Delete, path, Silent: true);

    public static HubSpotCall Write<T>(HttpMethod method, string path, T body, JsonTypeInfo<T> type) =>
        new(method, path, JsonSerializer.SerializeToUtf8Bytes(body, type));
}

/// <summary>The bytes of a success, or why there are none.</summary>
public sealed record HubSpotAnswer(ReadOnlyMemory<byte> Body, Failure? Failure)
{
    public static HubSpotAnswer Failed(Failure failure) => new(default, failure);

    /// <summary>Where a success says nothing, there is nothing to read.</summary>
    public Result<Done> Done => Failure is { } failure ? failure : Application.Kernel.Done.Value;

    /// <summary>A success, unless its body was cut off or is no JSON: then asking again may bring a whole one.</summary>
    public static HubSpotAnswer Of(ReadOnlyMemory<byte> body)
    {
        var text = WithoutMark(body).Span.Trim(" \t\r\n"u8);
        return text is [(byte)'{', .., (byte)'}'] or [(byte)'[', .., (byte)']'] ? new HubSpotAnswer(body, null) : Failed(Unreadable());
    }

    /// <summary>An answer that cannot be read is a failed call, not a bug.</summary>
    public Result<T> Read<T>(Func<ReadOnlyMemory<byte>, T?> read)
        where T : class
    {
        if (Failure is not null)
        {
            return Failure;
        }

        try
        {
            return read(Body) is { } value ? value : Unreadable();
        }
        catch (JsonException)
        {
            return Unreadable();
        }
    }

    public Result<T> Read<T>(JsonTypeInfo<T> type)
        where T : class => Read(body => JsonSerializer.Deserialize(WithoutMark(body).Span, type));

    /// <summary>Some gateways put a byte order mark before the JSON.</summary>
    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> body) =>
        body.Span.StartsWith("\uFEFF"u8) ? body[3..] : body;

    private static Failure.Unavailable Unreadable() => new("HubSpot's answer could not be read. It may be having trouble; this is tried again.");
}
