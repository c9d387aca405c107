using System.Text.Json;

namespace Dashboard.Web.Features.Focus;

/// <summary>The tasks of one sitting in the order they came, where one is among them, and what was done. The browser keeps it for the tab.</summary>
public sealed class FocusTrail
{
    /// <summary>More than anybody works through in one sitting; a kept trail with more is not ours.</summary>
    private const int Longest = 5_000;

    public List<long> Tasks { get; init; } = [];

    /// <summary>Of <see cref="Tasks"/>; one behind the last means the end.</summary>
    public int At { get; set; }

    public HashSet<long> Completed { get; init; } = [];

    public HashSet<long> PutOff { get; init; } = [];

    /// <summary>Tasks still to come.</summary>
    public int Left { get; set; }

    public long? Current => At < Tasks.Count ? Tasks[At] : null;

    public bool IsAtEnd => At >= Tasks.Count;

    public int Total => Tasks.Count + Left;

    public int Passed => Tasks.Count - Completed.Union(PutOff).Count();

    /// <summary>Goes on to a task that is new here, or to the end.</summary>
    public void Take(long? task, int left)
    {
        if (task is { } one)
        {
            Tasks.Add(one);
            At = Tasks.Count - 1;
            Left = Math.Max(0, left - 1);
        }
        else
        {
            (At, Left) = (Tasks.Count, 0);
        }
    }

    public string Text() => JsonSerializer.Serialize(this);

    /// <summary>Null for anything that is no trail.</summary>
    public static FocusTrail? Read(string? text)
    {
        try
        {
            var read = text is null ? null : JsonSerializer.Deserialize<FocusTrail>(text);
            return read is { Tasks.Count: > 0 and <= Longest, At: >= 0 } && read.At <= read.Tasks.Count ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
