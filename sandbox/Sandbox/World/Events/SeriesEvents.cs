namespace Dashboard.Sandbox.World.Events;

/// <summary>How a task repeats, in the texts of the interface.</summary>
public sealed record TaskSeries(string RepeatInterval, string RepeatStatus, string StartsAt, long CreatedAt)
{
    /// <summary>What stands in the task: that it repeats, not how. What HubSpot keeps there is not published, so no rule is in it.</summary>
    public const string Sign = "{\"series\":true}";
}

/// <param name="Series">Null when it ends.</param>
public sealed record SeriesSet(long TaskId, TaskSeries? Series) : WorldEvent;
