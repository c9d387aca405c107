using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dashboard.Sandbox.HubSpot.Wire;

/// <summary>A finished answer: formatted under the world's lock, sent outside of it.</summary>
public sealed record Answer(int Status, ReadOnlyMemory<byte> Body, string ContentType = "application/json;charset=utf-8")
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Buffers of sent answers, used again: a page of 100 records is large enough to hurt the collector.</summary>
    private static readonly ConcurrentBag<ArrayBufferWriter<byte>> Spare = [];

    public static readonly Answer NoContent = new(204, default);

    /// <summary>Whether this answer tells the caller that something went wrong.</summary>
    public bool Refusal => Status >= 400;

    private ArrayBufferWriter<byte>? Buffer { get; init; }

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public static Answer Json(int status, Action<Utf8JsonWriter> write)
    {
        if (!Spare.TryTake(out var buffer))
        {
            buffer = new ArrayBufferWriter<byte>(4096);
        }

        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            write(writer);
        }

        return new Answer(status, buffer.WrittenMemory) { Buffer = buffer };
    }

    /// <summary>Called once the body was sent, and never read again.</summary>
    public void Release()
    {
        if (Buffer is not null && Spare.Count < 16)
        {
            Buffer.ResetWrittenCount();
            Spare.Add(Buffer);
        }
    }
}
