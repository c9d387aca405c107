namespace Dashboard.Infrastructure.Background;

/// <summary>Configuration section <c>Sync</c>.</summary>
public sealed class BackgroundOptions
{
    public const string Section = "Sync";

    /// <summary>How often a portal is asked what changed.</summary>
    public double PollSeconds { get; set; } = 10;

    /// <summary>How often waiting changes are looked for beside the bell that each new one rings.</summary>
    public double SendPollSeconds { get; set; } = 2;
}
