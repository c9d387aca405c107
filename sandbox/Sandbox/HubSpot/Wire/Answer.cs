using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dashboard.Sandbox.HubSpot.Wire;

/// <summary>A finished answer: formatted under the world's lock, sent outside of it.</summary>
public sealed record Answer(int Status, ReadOnlyMemory<byte> Body, string ContentType = "application/json;charset=utf-8")
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static readonly Answer NoContent = new(204, default);

    /// <summary>Whether this answer tells the caller that something went wrong.</summary>
    public bool Refusal => Status >= 400;

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public static Answer Json(int status, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            write(writer);
        }

        return new Answer(status, buffer.WrittenMemory);
    }
}
