using System.Globalization;
using System.Text;
using Dashboard.Application.Sync.Hints;
using Xunit;

namespace Dashboard.UnitTests.Sync;

/// <summary>Guard: only HubSpot can say that something changed. Breaking any condition of <see cref="WebhookSignature"/> turns one of these red.</summary>
public sealed class WebhookSignatureTests
{
    private const string Secret = "yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy";
    private const string Address = "https://app.example.com/hooks/hubspot";
    private const long Sent = 1564113600500;
    private const string Body = """[{"eventId":1,"subscriptionId":12345,"portalId":62515,"appId":54321,"occurredAt":1564113600000,"subscriptionType":"object.propertyChange","attemptNumber":0,"objectId":123,"objectTypeId":"0-27","propertyName":"hs_task_status","propertyValue":"COMPLETED","changeSource":"CRM_UI"}]""";
    private const string Signature = "Ixe3BgPwZSIy1nrGAHVBFO3k7ZH7TljiEY8eUjMruy8=";

    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeMilliseconds(Sent);

    [Fact]
    public void What_hubspot_signed_is_taken() => Assert.True(Valid());

    [Fact]
    public void Only_the_listed_escapes_of_the_address_are_undone() =>
        Assert.True(Valid(address: Address + "?tag=a%2Fb%3Ac%20d", signature: "hDlKGEtbtPShSoMjDmG3RN+B8eskvCK9/k6O7MJfCKw="));

    [Theory]
    [InlineData("https://app.example.com/hooks/hubspot/")]
    [InlineData("http://app.example.com/hooks/hubspot")]
    [InlineData("https://other.example.com/hooks/hubspot")]
    [InlineData("https://app.example.com/hooks/hubspot?x=1")]
    public void Another_address_is_refused(string address) => Assert.False(Valid(address: address));

    [Fact]
    public void Another_method_or_body_is_refused()
    {
        Assert.False(Valid(method: "PUT"));
        Assert.False(Valid(body: Body.Replace("123,", "124,", StringComparison.Ordinal)));
        Assert.False(Valid(body: Body + " "));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not base64")]
    [InlineData("Ixe3BgPwZSIy1nrGAHVBFO3k7ZH7TljiEY8eUjMrvy8=")]
    [InlineData("Ixe3BgPwZSIy1nrGAHVBFA==")]
    [InlineData("232db2615f3d666fe21a8ec971ac7b5402d33b9a925784df3ca654d05f4817de")]
    public void A_missing_older_or_forged_signature_is_refused(string? signature) => Assert.False(Valid(signature: signature));

    [Theory]
    [InlineData("1564113600501")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("soon")]
    [InlineData("-1564113600500")]
    [InlineData("1564113600500.0")]
    [InlineData("99999999999999999999")]
    public void Another_time_or_none_is_refused(string? timestamp) =>
        Assert.False(WebhookSignature.IsValid([Secret], new SignedRequest("POST", Signature, timestamp, Encoding.UTF8.GetBytes(Body)), Address, Now));

    [Theory]
    [InlineData(300_000, true)]
    [InlineData(301_000, false)]
    [InlineData(-300_000, true)]
    [InlineData(-360_000, false)]
    public void The_window_is_five_minutes_both_ways(int later, bool taken) => Assert.Equal(taken, Valid(now: Now.AddMilliseconds(later)));

    [Fact]
    public void During_a_rotation_the_old_secret_counts_too_and_an_empty_one_never()
    {
        Assert.True(Valid(secrets: ["new", Secret]));
        Assert.True(Valid(secrets: [Secret, null]));
        Assert.False(Valid(secrets: ["new", "older"]));
        using var hmac = new System.Security.Cryptography.HMACSHA256([]);
        var unkeyed = Convert.ToBase64String(hmac.ComputeHash(Encoding.UTF8.GetBytes($"POST{Address}{Body}{Sent.ToString(CultureInfo.InvariantCulture)}")));
        Assert.False(Valid(secrets: ["", null, " "], signature: unkeyed));
    }

    private static bool Valid(
        string?[]? secrets = null, string method = "POST", string? signature = Signature, string body = Body, string address = Address, DateTimeOffset? now = null) =>
        WebhookSignature.IsValid(secrets ?? [Secret], new SignedRequest(method, signature, Sent.ToString(CultureInfo.InvariantCulture), Encoding.UTF8.GetBytes(body)), address, now ?? Now);
}
