namespace Dashboard.Sandbox.Controls;

/// <summary>The faults in force. The first rule that fits and is due strikes.</summary>
public sealed class FaultBook
{
    private readonly Lock gate = new();
    private readonly List<FaultRule> rules = [];
    private TaskCompletionSource cleared = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the faults in force now are cleared.</summary>
    public Task Cleared
    {
        get
        {
            lock (gate)
            {
                return cleared.Task;
            }
        }
    }

    public IReadOnlyList<FaultRule> Rules
    {
        get
        {
            lock (gate)
            {
                return [.. rules];
            }
        }
    }

    public void Add(IEnumerable<FaultRule> more)
    {
        lock (gate)
        {
            rules.AddRange(more);
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            rules.Clear();
            cleared.SetResult();
            cleared = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    public FaultEffect? Strike(string method, string path, int? portal)
    {
        lock (gate)
        {
            foreach (var rule in rules.Where(rule => rule.Fits(method, path, portal)))
            {
                rule.Seen++;
                if (rule.Seen >= (rule.Match?.Nth ?? 1) && rule.Struck < (rule.Match?.Count ?? int.MaxValue))
                {
                    rule.Struck++;
                    return rule.Effect;
                }
            }
        }

        return null;
    }
}
