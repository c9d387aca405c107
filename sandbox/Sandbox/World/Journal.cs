using System.Text;
using System.Text.Json;
using Dashboard.Sandbox.World.Events;

namespace Dashboard.Sandbox.World;

/// <summary>
/// The events in a file, one JSON line each, handed to the operating system before the effect is answered: killing the
/// process loses nothing. A torn last line is an effect that nobody was told of; it is cut off.
/// </summary>
public sealed class Journal : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    private readonly FileStream file;

    private Journal(FileStream file) => this.file = file;

    public static byte[] Serialise(WorldEvent happened) => JsonSerializer.SerializeToUtf8Bytes(happened, Json);

    /// <summary>Opens the file and hands every event in it to <paramref name="replay"/>.</summary>
    public static Journal Open(string path, Action<WorldEvent> replay)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        long good = 0;
        using (var reader = new BufferedStream(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), 1 << 16))
        {
            while (ReadLine(reader) is { } line)
            {
                if (JsonSerializer.Deserialize<WorldEvent>(line, Json) is { } happened)
                {
                    replay(happened);
                }

                good += Encoding.UTF8.GetByteCount(line) + 1;
            }
        }

        file.SetLength(good);
        file.Seek(0, SeekOrigin.End);
        return new Journal(file);
    }

    public void Append(WorldEvent happened)
    {
        var line = Serialise(happened);
        Array.Resize(ref line, line.Length + 1);
        line[^1] = (byte)'\n';
        file.Write(line);
    }

    /// <summary>Forgets everything: the world starts anew.</summary>
    public void Clear()
    {
        file.SetLength(0);
        file.Seek(0, SeekOrigin.Begin);
    }

    public void Dispose() => file.Dispose();

    /// <summary>The next line that was written to its end, or null.</summary>
    private static string? ReadLine(Stream stream)
    {
        var bytes = new List<byte>();
        for (var next = stream.ReadByte(); next >= 0; next = stream.ReadByte())
        {
            if (next == '\n')
            {
                return Encoding.UTF8.GetString([.. bytes]);
            }

            bytes.Add((byte)next);
        }

        return null;
    }
}
