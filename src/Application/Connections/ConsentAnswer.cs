namespace Dashboard.Application.Connections;

/// <summary>What HubSpot's redirect brought back, and to whom. Nothing of it is believed before the state is known.</summary>
/// <param name="SessionHash">Key hash of the session the redirect arrived in.</param>
/// <param name="Redirect">The address it arrived at, as given to <see cref="StartConnect"/>.</param>
public sealed record ConsentAnswer(string SessionHash, Uri Redirect, string? State, string? Code, string? Error);
