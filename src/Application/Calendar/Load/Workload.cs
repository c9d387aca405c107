namespace Dashboard.Application.Calendar.Load;

/// <summary>How long work takes, in words.</summary>
public static class Workload
{
    /// <summary>"45 min", "3 h", "3 h 20".</summary>
    public static string Words(int minutes) => (minutes / 60, minutes % 60) switch
    {
        (0, var rest) => $"{rest} min",
        (var hours, 0) => $"{hours} h",
        (var hours, var rest) => $"{hours} h {rest:00}",
    };
}
