using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Dashboard.Application.Connections;
using Dashboard.Application.Kernel;
using Dashboard.Infrastructure.HubSpot.Wire;

namespace Dashboard.Infrastructure.HubSpot;

/// <inheritdoc cref="IHubSpotGrants"/>
public sealed class HubSpotOAuth(HubSpotOptions options, HubSpotPaths paths, TimeProvider clock) : IHubSpotGrants, IDisposable
{
    private readonly HttpClient http = HubSpotHttp.Client(options);

    public Uri AuthorizeAddress(Uri redirect, string state)
    {
        (string Name, string Value)[] query =
        [
            ("client_id", options.ClientId),
            ("redirect_uri", redirect.ToString()),
            ("scope", string.Join(' ', HubSpotScopes.Required)),
            ("optional_scope", string.Join(' ', HubSpotScopes.Optional)),
            ("state", state),
        ];
        return new Uri($"{options.AuthorizeBase.TrimEnd('/')}/oauth/authorize?{string.Join('&', query.Select(q => $"{q.Name}={Uri.EscapeDataString(q.Value)}"))}");
    }

    public Task<Result<Grant>> ExchangeAsync(string code, Uri redirect, CancellationToken ct) => GrantAsync(
        [new("grant_type", "authorization_code"), new("code", code), new("redirect_uri", redirect.ToString())], null, ct);

    public Task<Result<Grant>> RefreshAsync(string refreshToken, CancellationToken ct) => GrantAsync(
        [new("grant_type", "refresh_token"), new("refresh_token", refreshToken)], refreshToken, ct);

    public async Task<Result<GrantDetails>> IntrospectAsync(string accessToken, CancellationToken ct)
    {
        var answer = await PostAsync(paths.Introspect, [new("token", accessToken), new("token_type_hint", "access_token")], HubSpotJson.Default.WireIntrospection, ct);
        if (!answer.Ok)
        {
            return answer.Failure;
        }

        var wire = answer.Value;
        return wire.Active
            ? new GrantDetails(wire.UserId, wire.User ?? "", wire.HubId, wire.HubDomain ?? "", wire.AppId, wire.Scopes ?? [])
            : new Failure.Refused("the access token is no longer valid");
    }

    public async Task<Result<Done>> RevokeAsync(string refreshToken, CancellationToken ct)
    {
        var answer = await PostAsync(paths.Revoke, [new("token", refreshToken), new("token_type_hint", "refresh_token")], ct);

        // What the answer to a revocation holds does not matter.
        return answer.Failure is null or Failure.Refused { StatusCode: 404 } || IsDeadToken(answer.Failure) ? Done.Value : answer.Failure;
    }

    private async Task<Result<Grant>> GrantAsync(IEnumerable<KeyValuePair<string, string>> form, string? presentRefreshToken, CancellationToken ct)
    {
        var answer = await PostAsync(paths.Token, form, HubSpotJson.Default.WireGrant, ct);
        if (!answer.Ok)
        {
            // Only a dead grant is final for a refresh: a wrong client secret must not cost every workspace its connection.
            return presentRefreshToken is not null && answer.Failure is Failure.Refused && !IsDeadToken(answer.Failure)
                ? new Failure.Unavailable($"HubSpot did not renew the connection: {answer.Failure.Sentence}")
                : answer.Failure;
        }

        var wire = answer.Value;
        return wire.AccessToken is { Length: > 0 } access && (wire.RefreshToken ?? presentRefreshToken) is { } refresh && wire.ExpiresIn > 0
            ? new Grant(access, refresh, wire.HubId, wire.Scopes ?? [], TimeSpan.FromSeconds(wire.ExpiresIn))
            : new Failure.Unavailable("HubSpot's answer held no token.");
    }

    /// <summary>See <see cref="Sentence"/>: the code of the fault leads the reason.</summary>
    private static bool IsDeadToken(Failure? failure) =>
        failure is Failure.Refused { Reason: var reason } && (reason.StartsWith("invalid_grant", StringComparison.Ordinal) || reason.StartsWith("BAD_REFRESH_TOKEN", StringComparison.Ordinal));

    private async Task<Result<T>> PostAsync<T>(string path, IEnumerable<KeyValuePair<string, string>> form, JsonTypeInfo<T> type, CancellationToken ct)
        where T : class => (await PostAsync(path, form, ct)).Read(type);

    private async Task<HubSpotAnswer> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> form, CancellationToken ct)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent([new("client_id", options.ClientId), new("client_secret", options.ClientSecret), .. form]),
        };
        return await HubSpotHttp.ExchangeAsync(http, request, options, clock, Judge, ct);
    }

    private HubSpotAnswer Judge(HttpResponseMessage response, byte[] body)
    {
        if (response.IsSuccessStatusCode)
        {
            return new HubSpotAnswer(body, null);
        }

        var status = (int)response.StatusCode;
        return HubSpotAnswer.Failed(status is 400 or 401 or 403 or 404
            ? new Failure.Refused(Sentence(HubSpotFault.Read(body)), HubSpotFault.Read(body).CorrelationId, status)
            : HubSpotFault.From(response.StatusCode, response.Headers, body, null, clock.GetUtcNow()));
    }

    private static string Sentence(WireError error) =>
        $"{error.Error ?? error.Status ?? "error"}: {error.ErrorDescription ?? error.Message ?? "no reason given"}";

    public void Dispose() => http.Dispose();
}
