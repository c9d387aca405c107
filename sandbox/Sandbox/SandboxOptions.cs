namespace Dashboard.Sandbox;

/// <summary>How a sandbox starts. Everything has a default that suits the demo.</summary>
public sealed record SandboxOptions
{
    /// <summary>Where to listen. Port 0 takes any free port; <see cref="RunningSandbox.Origin"/> tells which.</summary>
    public string Url { get; init; } = "http://127.0.0.1:5090";

    /// <summary>The file that keeps the world over a restart; null keeps it in memory only.</summary>
    public string? WorldFile { get; init; }

    /// <summary>Tasks in the main portal of a new world. An existing world file wins over this number.</summary>
    public int Tasks { get; init; } = 1200;

    public int Seed { get; init; } = 1;

    /// <summary>Whether calls are limited and answered with 429 as HubSpot does.</summary>
    public bool RateLimits { get; init; } = true;

    /// <summary>Ordinary calls per account in ten seconds.</summary>
    public int CallsPerTenSeconds { get; init; } = 110;

    /// <summary>Added to every answer of the API.</summary>
    public int LatencyMilliseconds { get; init; }

    /// <summary>How long a write stays invisible to search.</summary>
    public int IndexLagMilliseconds { get; init; } = 2000;

    public string ClientId { get; init; } = "tasklane-sandbox";

    public string ClientSecret { get; init; } = "sandbox-secret";

    /// <summary>
    /// Addresses consent may return to, beside any http://localhost or http://127.0.0.1 address whose path ends with
    /// <c>/connect/hubspot/callback</c>.
    /// </summary>
    public IReadOnlyList<string> RedirectUris { get; init; } = [];

    /// <summary>Scopes that the app's settings mark as required: asking for less shows an error page, as HubSpot does.</summary>
    public IReadOnlyList<string> RequiredScopes { get; init; } = ["oauth"];

    /// <summary>The host that account details name for links into HubSpot's own screens.</summary>
    public string UiDomain { get; init; } = "app.hubspot.com";

    /// <summary>The time under the clock's offset; tests may pass their own.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
