using System.Net;
using System.Net.WebSockets;
using Dashboard.UnitTests.SignIn.Support;
using Xunit;

namespace Dashboard.UnitTests.SignIn.Circuits;

/// <summary>Who may talk to the hub of open pages.</summary>
public sealed class HubGuardTests(SignInFixture fixture) : IClassFixture<SignInFixture>
{
    [Theory, Trait("Trap", "M9")]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData("", HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.Forbidden)]
    [InlineData("other port", HttpStatusCode.Forbidden)]
    [InlineData("ours with a path", HttpStatusCode.Forbidden)]
    [InlineData("ours", HttpStatusCode.OK)]
    public async Task Negotiating_needs_our_own_origin(string? origin, HttpStatusCode expected)
    {
        var (host, browser) = await fixture.NextAsync();
        await browser.SignInAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        if (origin is not null)
        {
            request.Headers.TryAddWithoutValidation("Origin", origin switch
            {
                "ours" => host.Address,
                "ours with a path" => $"{host.Address}/x",
                "other port" => "http://127.0.0.1:1",
                _ => origin,
            });
        }

        Assert.Equal(expected, (await browser.SendAsync(request)).StatusCode);
    }

    [Theory, Trait("Trap", "M9")]
    [InlineData("https://evil.example", 403)]
    [InlineData(null, 403)]
    [InlineData("ours", 101)]
    public async Task A_web_socket_needs_our_own_origin(string? origin, int expected)
    {
        var (host, browser) = await fixture.NextAsync();
        await browser.SignInAsync();
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.SetRequestHeader("Cookie", $"tasklane.session={browser.SessionKey}");
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin == "ours" ? host.Address : origin);
        }

        if (expected == 101)
        {
            await socket.ConnectAsync(new Uri(host.Address.Replace("http", "ws") + "/_blazor"), TestContext.Current.CancellationToken);
        }
        else
        {
            await Assert.ThrowsAsync<WebSocketException>(
                () => socket.ConnectAsync(new Uri(host.Address.Replace("http", "ws") + "/_blazor"), TestContext.Current.CancellationToken));
        }

        Assert.Equal(expected, (int)socket.HttpStatusCode);
    }

    [Fact, Trait("Checklist", "O33")]
    public async Task The_hub_is_closed_without_a_session()
    {
        var (host, browser) = await fixture.NextAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate");
        request.Headers.Add("Origin", host.Address);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_configured_public_origin_counts_instead_of_the_host_header()
    {
        var (host, _) = await fixture.NextAsync();
        var address = await host.AddReplicaAsync(("PublicOrigin", "https://localhost"));
        using var browser = new TestBrowser(address, "https://localhost");
        await browser.SignInAsync();
        foreach (var (origin, expected) in new[] { ("https://localhost", HttpStatusCode.OK), (address, HttpStatusCode.Forbidden) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate");
            request.Headers.Add("Origin", origin);
            Assert.Equal(expected, (await browser.SendAsync(request)).StatusCode);
        }
    }
}
