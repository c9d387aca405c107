using Dashboard.Application.Kernel;

namespace Dashboard.Application.Connections;

/// <summary>
/// HubSpot's OAuth 2.0 server: asks for consent, turns codes into grants, renews and ends them. Client id and secret are the adapter's.
/// Failures: <see cref="Failure.Refused"/> when HubSpot read the request and said no (a spent code, a revoked refresh token; not to be
/// tried again), <see cref="Failure.Unavailable"/> when it did not answer in a usable way.
/// https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/oauth/working-with-oauth
/// </summary>
public interface IHubSpotGrants
{
    /// <summary>
    /// Where the person gives consent: <see cref="HubSpotScopes.Required"/> and <see cref="HubSpotScopes.Optional"/> are asked for.
    /// </summary>
    /// <param name="redirect">Where HubSpot sends the person back; registered with the app, the same again in <see cref="ExchangeAsync"/>.</param>
    /// <param name="state">Random, comes back unchanged.</param>
    Uri AuthorizeAddress(Uri redirect, string state);

    /// <summary>Redeems a code. Sent once: codes are single use.</summary>
    Task<Result<Grant>> ExchangeAsync(string code, Uri redirect, CancellationToken ct);

    /// <summary>A new access token; store the refresh token that comes with it, it may be another one.</summary>
    Task<Result<Grant>> RefreshAsync(string refreshToken, CancellationToken ct);

    /// <summary>Whose grant an access token is.</summary>
    Task<Result<GrantDetails>> IntrospectAsync(string accessToken, CancellationToken ct);

    /// <summary>Ends the grant of a refresh token at HubSpot; one that is already unknown there counts as ended.</summary>
    Task<Result<Done>> RevokeAsync(string refreshToken, CancellationToken ct);
}

/// <summary>What HubSpot's token endpoint answered.</summary>
/// <param name="HubId">The portal.</param>
/// <param name="Scopes">Granted scopes; optional ones the portal lacks are missing. Empty when the answer named none.</param>
/// <param name="ExpiresIn">Life of the access token from now on.</param>
public sealed record Grant(string AccessToken, string RefreshToken, long HubId, IReadOnlyList<string> Scopes, TimeSpan ExpiresIn);

/// <summary>What HubSpot's introspection says about an access token.</summary>
/// <param name="UserId">The installing user (<c>userId</c> of owners).</param>
/// <param name="HubDomain">The portal's name as HubSpot shows it.</param>
public sealed record GrantDetails(long UserId, string UserEmail, long HubId, string HubDomain, long AppId, IReadOnlyList<string> Scopes);
