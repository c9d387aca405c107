namespace Dashboard.Sandbox.World.Events;

public sealed record CodeIssued(string Code, string ClientId, string RedirectUri, long UserId, IReadOnlyList<string> Scopes, string? Challenge, string? ChallengeMethod) : WorldEvent;

public sealed record CodeSpent(string Code) : WorldEvent;

/// <summary>The first tokens of a connection.</summary>
public sealed record GrantMade(string ClientId, long UserId, IReadOnlyList<string> Scopes, string RefreshToken, string AccessToken, long ExpiresAt) : WorldEvent;

/// <param name="Replaced">The refresh token that was used; the same as <paramref name="RefreshToken"/> unless rotation is on.</param>
public sealed record TokenRefreshed(string Replaced, string RefreshToken, string AccessToken, long ExpiresAt) : WorldEvent;

public sealed record GrantRevoked(string RefreshToken) : WorldEvent;

public sealed record AppUninstalled(string ClientId) : WorldEvent;
