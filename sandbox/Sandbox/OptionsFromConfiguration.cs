namespace Dashboard.Sandbox;

/// <summary>Names as typed on the command line: <c>--urls --world --tasks --seed --rate-limits --latency --lag --ui-domain --redirect</c>.</summary>
public static class OptionsFromConfiguration
{
    public static SandboxOptions Read(IConfiguration configuration)
    {
        var usual = new SandboxOptions();
        return usual with
        {
            Url = configuration["urls"]?.Split(';')[0] ?? usual.Url,
            WorldFile = configuration["world"],
            Tasks = configuration.GetValue("tasks", usual.Tasks),
            Seed = configuration.GetValue("seed", usual.Seed),
            RateLimits = configuration.GetValue("rate-limits", usual.RateLimits),
            LatencyMilliseconds = configuration.GetValue("latency", usual.LatencyMilliseconds),
            IndexLagMilliseconds = configuration.GetValue("lag", usual.IndexLagMilliseconds),
            UiDomain = configuration["ui-domain"] ?? usual.UiDomain,
            ClientId = configuration["client-id"] ?? usual.ClientId,
            ClientSecret = configuration["client-secret"] ?? usual.ClientSecret,
            RedirectUris = configuration["redirect"]?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? usual.RedirectUris,
        };
    }
}
