namespace Dashboard.Application.Calendar.Load;

/// <summary>How long tasks take, by type: HubSpot keeps no duration, so these are what sales teams commonly plan with.</summary>
public static class Workload
{
    private const int Other = 20;

    /// <param name="type"><c>hs_task_type</c>.</param>
    public static int Minutes(string? type) => type switch
    {
        "CALL" => 15,
        "EMAIL" => 10,
        "TODO" => 30,
        "MEETING" => 60,
        { } social when social.StartsWith("LINKED_IN", StringComparison.Ordinal) => 10,
        _ => Other,
    };

    /// <summary>"45 min", "3 h", "3 h 20".</summary>
    public static string Words(int minutes) => (minutes / 60, minutes % 60) switch
    {
        (0, var rest) => $"{rest} min",
        (var hours, 0) => $"{hours} h",
        (var hours, var rest) => $"{hours} h {rest:00}",
    };
}
