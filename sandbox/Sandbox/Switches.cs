namespace Dashboard.Sandbox;

/// <summary>Behaviour that may be changed while the sandbox runs, where HubSpot's own is unsettled or must be tested both ways.</summary>
public sealed class Switches
{
    public bool RateLimits { get; set; } = true;

    public int CallsPerTenSeconds { get; set; } = 110;

    public int SearchesPerSecond { get; set; } = 5;

    /// <summary>429 answers carry Retry-After, in seconds.</summary>
    public bool RetryAfter { get; set; }

    /// <summary>Unknown and read-only properties are ignored, as one page of the guide says, in place of a 400.</summary>
    public bool LenientProperties { get; set; }

    /// <summary>Each refresh answers with a new refresh token and ends the old one.</summary>
    public bool RotateRefreshTokens { get; set; }

    /// <summary>Date filters may be ISO text. Off: only Unix milliseconds, stricter than HubSpot.</summary>
    public bool IsoDateFilters { get; set; }

    /// <summary>After a create, HubSpot's computed properties settle and move the modified date once more; 0 turns that off.</summary>
    public int SettleMilliseconds { get; set; }

    /// <summary>0: there is the beta of the task series. 404: this account is not in it. 403: the app may not use it.</summary>
    public int TaskSeriesRefusal { get; set; }

    public int AccessTokenSeconds { get; set; } = 1800;

    public int LatencyMilliseconds { get; set; }

    /// <summary>Takes all positions over from another set.</summary>
    public void Take(Switches other)
    {
        foreach (var property in typeof(Switches).GetProperties())
        {
            property.SetValue(this, property.GetValue(other));
        }
    }

    public static Switches From(SandboxOptions options) => new()
    {
        RateLimits = options.RateLimits,
        CallsPerTenSeconds = options.CallsPerTenSeconds,
        LatencyMilliseconds = options.LatencyMilliseconds,
    };
}
