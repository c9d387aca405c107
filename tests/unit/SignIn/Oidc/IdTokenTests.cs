using System.Net;
using Dashboard.UnitTests.SignIn.Support;
using Xunit;

namespace Dashboard.UnitTests.SignIn.Oidc;

/// <summary>Forged, foreign, stale and odd id_tokens open nothing; odd but lawful ones do.</summary>
public sealed class IdTokenTests(SignInFixture fixture) : IClassFixture<SignInFixture>
{
    [Theory]
    [Trait("Checklist", "O14"), Trait("Trap", "M1")]
    [InlineData("alg", "none", "SecurityToken")]
    [InlineData("alg", "None", "SecurityToken")]
    [InlineData("alg", "HS256", "SecurityToken")]
    [InlineData("alg", "RS512", "SecurityToken")]
    [InlineData("wrong-key", null, "SecurityTokenInvalidSignature")]
    [InlineData("bad-signature", null, "SecurityTokenInvalidSignature")]
    public Task A_signature_is_always_checked_with_our_choice_of_algorithms(string fault, string? value, string detail) => RefusedAsync(fault, value, detail);

    [Theory]
    [Trait("Checklist", "O15"), Trait("Trap", "M3")]
    [InlineData("crit", null, "its crit header asks for something unknown")]
    [InlineData("embedded-jwk", null, "its key is not in the provider's key set")]
    [InlineData("unknown-kid", null, "its key is not in the provider's key set")]
    public Task Keys_come_from_the_provider_alone_and_unknown_demands_are_refused(string fault, string? value, string detail) => RefusedAsync(fault, value, detail);

    [Theory]
    [Trait("Checklist", "O15")]
    [InlineData("jku")]
    [InlineData("x5u")]
    public async Task An_address_of_keys_inside_the_token_is_never_asked(string header)
    {
        var (host, browser) = await fixture.NextAsync();
        await host.FaultAsync(header, $"{host.ProviderAddress}/idp/stolen");
        await host.FaultAsync("wrong-key");
        await host.AssertRefusedAsync(browser, await browser.SignInAsync(), HttpStatusCode.BadRequest, "could not be accepted", "SecurityTokenInvalidSignature");
        Assert.Equal(0, await host.CallsAsync("stolen"));
    }

    [Theory]
    [Trait("Checklist", "O16"), Trait("Trap", "M2")]
    [InlineData("typ", "at+jwt", "SecurityTokenInvalidType")]
    [InlineData("typ", "logout+jwt", "SecurityTokenInvalidType")]
    [InlineData("typ", "dpop+jwt", "SecurityTokenInvalidType")]
    public Task A_token_made_for_something_else_is_refused(string fault, string? value, string detail) => RefusedAsync(fault, value, detail);

    [Theory]
    [Trait("Checklist", "O17"), Trait("Trap", "M5")]
    [InlineData("claim-iss", "\"https://evil.example\"", "SecurityTokenInvalidIssuer")]
    [InlineData("claim-aud", "\"other\"", "SecurityTokenInvalidAudience")]
    [InlineData("claim-aud", "\"tasklane/\"", "SecurityTokenInvalidAudience")]
    [InlineData("claim-aud", "[\"tasklane\",\"other\"]", "its azp is not this client")]
    [InlineData("claim-azp", "\"other\"", "its azp is not this client")]
    [InlineData("claim-azp", "7", "The id_token was refused")]
    [InlineData("no-iss", null, "SecurityTokenInvalidIssuer")]
    [InlineData("no-aud", null, "SecurityTokenInvalidAudience")]
    public Task A_token_of_another_issuer_or_for_another_client_is_refused(string fault, string? value, string detail) => RefusedAsync(fault, value, detail);

    [Theory]
    [Trait("Checklist", "O18"), Trait("Trap", "M6")]
    [InlineData("offset-exp", "-61", "SecurityTokenInvalidLifetime")]
    [InlineData("offset-nbf", "62", "SecurityTokenInvalidLifetime")]
    [InlineData("offset-iat", "62", "its iat is in the future or too old")]
    [InlineData("offset-iat", "-601", "its iat is in the future or too old")]
    [InlineData("no-exp", null, "SecurityToken")]
    [InlineData("no-iat", null, "it has no iat")]
    [InlineData("no-sub", null, "it has no usable sub")]
    [InlineData("claim-sub", "\"\"", "it has no usable sub")]
    [InlineData("claim-sub", "\"m\\u00e4ya\"", "it has no usable sub")]
    [InlineData("claim-sub", "7", "it has no usable sub")]
    public Task A_token_without_a_person_or_out_of_its_time_is_refused(string fault, string? value, string detail) => RefusedAsync(fault, value, detail);

    [Theory]
    [Trait("Checklist", "O4")]
    [InlineData("no-nonce", null)]
    [InlineData("claim-nonce", "\"foreign\"")]
    public Task A_token_without_the_nonce_of_this_attempt_is_refused(string fault, string? value) => RefusedAsync(fault, value, "its nonce is not the one sent");

    [Fact, Trait("Checklist", "O4")]
    public async Task A_nonce_of_an_earlier_sign_in_is_refused()
    {
        var (host, browser) = await fixture.NextAsync();
        await browser.SignInAsync();
        using var other = new TestBrowser(host.Address);
        await host.FaultAsync("replayed-nonce");
        await host.AssertRefusedAsync(other, await other.SignInAsync(), HttpStatusCode.BadRequest, "could not be accepted", "its nonce is not the one sent");
    }

    [Theory]
    [Trait("Checklist", "O19")]
    [InlineData("claim-at_hash", "\"AAAAAAAAAAAAAAAAAAAAAA\"", "its at_hash does not fit")]
    [InlineData("claim-at_hash", "7", "its at_hash does not fit")]
    [InlineData("duplicate-claim", null, "each name once")]
    public Task A_token_that_does_not_fit_its_access_token_or_says_things_twice_is_refused(string fault, string? value, string detail) =>
        RefusedAsync(fault, value, detail);

    [Theory]
    [Trait("Checklist", "O14"), Trait("Checklist", "O16"), Trait("Checklist", "O17"), Trait("Checklist", "O18"), Trait("Checklist", "O20")]
    [InlineData("alg", "PS256")]
    [InlineData("alg", "ES256")]
    [InlineData("no-typ", null)]
    [InlineData("typ", "jwt")]
    [InlineData("no-kid", null)]
    [InlineData("no-at_hash", null)]
    [InlineData("claim-aud", "[\"tasklane\"]")]
    [InlineData("claim-azp", "\"tasklane\"")]
    [InlineData("offset-exp", "-55")]
    [InlineData("offset-iat", "55")]
    [InlineData("offset-iat", "-590")]
    [InlineData("offset-nbf", "55")]
    public async Task What_a_lawful_provider_may_send_signs_in(string fault, string? value)
    {
        var (host, browser) = await fixture.NextAsync();
        await host.FaultAsync(fault, value);
        await browser.SignInAsync();
        Assert.True(await browser.IsSignedInAsync());
    }

    private async Task RefusedAsync(string fault, string? value, string detail)
    {
        var (host, browser) = await fixture.NextAsync();
        await host.FaultAsync(fault, value);
        await host.AssertRefusedAsync(browser, await browser.SignInAsync(), HttpStatusCode.BadRequest, "could not be accepted", detail);
    }
}
